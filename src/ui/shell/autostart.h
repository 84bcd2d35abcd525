// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace gatehouse::ui {

/// Whether the program starts, in the tray, when the user logs in: a file of the XDG autostart specification.
class Autostart
{
public:
    /// @param directory of the desktop's autostart files; empty: the user's own. @param program absolute; empty: this one.
    explicit Autostart(const QString &directory = {}, const QString &program = {});

    bool isOn() const;
    /// Returns what went wrong, for people; empty: nothing.
    QString setOn(bool on) const;
    QString file() const { return m_file; }

private:
    QString m_file;
    QString m_program;
};

} // namespace gatehouse::ui
