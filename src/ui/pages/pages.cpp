// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/pages.h"

#include "ui/pages/overview/live_page.h"

#include <QCoreApplication>

#include <array>

namespace gatehouse::ui {

namespace {

template <typename PageType> Page *make(Session &session, Preferences &preferences, QWidget *parent)
{
    return new PageType(session, preferences, parent);
}

constexpr std::array table = {
    PageInfo {[] { return QCoreApplication::translate("Pages", "Overview"); }, make<LivePage>},
};

} // namespace

std::span<const PageInfo> pages()
{
    return table;
}

} // namespace gatehouse::ui
