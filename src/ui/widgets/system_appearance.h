// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QPalette>

#include <memory>

namespace gatehouse::ui {

/// Whether the desktop is light or dark, as far as it can be known. Main thread; owned by Theme.
class SystemAppearance : public QObject
{
    Q_OBJECT
public:
    /// @param platform the application's palette before we changed it.
    explicit SystemAppearance(const QPalette &platform)
        : m_dark(platform.color(QPalette::Window).lightness() < 128)
    {
    }

    bool isDark() const { return m_dark; }

Q_SIGNALS:
    void changed();

protected:
    void setDark(bool dark)
    {
        if (m_dark == dark)
            return;
        m_dark = dark;
        Q_EMIT changed();
    }

private:
    bool m_dark;
};

/// Qt 6.4 cannot say (6.5 can), so the file that implements this is chosen by CMake: the desktop portal where there is
/// D-Bus, else only the palette the platform came with.
std::unique_ptr<SystemAppearance> makeSystemAppearance(const QPalette &platform);

} // namespace gatehouse::ui
