// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <span>

class QWidget;

namespace gatehouse::ui {

class Page;
class Preferences;
class Session;

/// One page of the main window; adding one is adding its folder and its row in pages.cpp.
struct PageInfo {
    const char *key; ///< of Session::openPage() and of its icon; never shown
    QString (*title)();
    Page *(*make)(Session &session, Preferences &preferences, QWidget *parent);
};

std::span<const PageInfo> pages();

} // namespace gatehouse::ui
