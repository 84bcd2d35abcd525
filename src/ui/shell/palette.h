// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/shell/palette_entries.h"

#include <QDialog>
#include <QTimer>

class QLineEdit;
class QListWidget;

namespace gatehouse::ui {

class Session;

/// Goes anywhere by typing: pages, settings, models, keys. Keys are looked for by the gateway, because there may be many. Enter
/// goes where the first line says, Esc leaves. It deletes itself.
class Palette : public QDialog
{
    Q_OBJECT
public:
    Palette(Session &session, QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void askForModels();
    void askForKeys();
    void onTyped();
    void showEntries();
    void choose(int row);
    QString words() const;

    Session &m_session;
    QLineEdit *m_field;
    QListWidget *m_list;
    QTimer m_typing; ///< until the gateway is asked
    QList<PaletteEntry> m_own;
    QList<PaletteEntry> m_models;
    QList<PaletteEntry> m_keys; ///< that match what was asked last
    QList<PaletteEntry> m_shown;
};

} // namespace gatehouse::ui
