// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonArray>
#include <QList>
#include <QString>

namespace gatehouse::ui {

/// Somewhere to go, or something to do, that is found by typing a part of its name.
struct PaletteEntry {
    QString title;
    QString kind;          ///< at the right: "Page", "Setting", "Key"
    QString page;          ///< for Session::openPage()
    QString argument = {}; ///< for Session::openPage()
    QString also = {};     ///< what it is found by besides its title
};

/// Pages, their parts, what can be added, and the settings: what is there whichever gateway it is.
QList<PaletteEntry> ownEntries();
/// Of GET /key/list and GET /v1/models.
QList<PaletteEntry> keyEntries(const QJsonArray &keys);
QList<PaletteEntry> modelEntries(const QJsonArray &models);
/// Requests that these words filter out of the traffic.
PaletteEntry trafficEntry(const QString &words);

/// Those in which every word stands, the ones that begin so first; otherwise in their order.
QList<PaletteEntry> matching(const QList<PaletteEntry> &entries, const QString &words);

} // namespace gatehouse::ui
