// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace gatehouse::ui {

/// A body as people read it, and whether that is all of it.
struct BodyText {
    QString text = {};
    bool isWhole = true; ///< no: it was too long to be shown, or a text in it was
};

/// JSON indented, also where it was cut off; anything else line by line. Ends after `most` characters, and shortens texts and
/// lines that are so long that no view likes them. Never fails, whatever it is given; may take a while over megabytes.
BodyText readableBody(const QString &body, qsizetype most = 200'000);

} // namespace gatehouse::ui
