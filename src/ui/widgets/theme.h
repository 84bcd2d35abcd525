// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

#include <memory>

class QApplication;

namespace gatehouse::ui {

class SystemAppearance;

enum class Appearance { System, Light, Dark };

/// Dresses the application in Fusion with our colours, and follows the system while asked to. Main thread; owned by the
/// desktop, one to an application.
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QApplication &application, QObject *parent = nullptr);
    ~Theme() override;

    void set(Appearance appearance);
    Appearance appearance() const { return m_appearance; }
    bool isDark() const { return m_dark; }

Q_SIGNALS:
    void changed();

private:
    void apply();

    QApplication &m_application;
    std::unique_ptr<SystemAppearance> m_system;
    Appearance m_appearance = Appearance::System;
    bool m_dark = false;
};

} // namespace gatehouse::ui
