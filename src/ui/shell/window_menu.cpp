// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// The menu of a Window, its shortcuts, and the boxes that the menu opens.
#include "ui/pages/page.h"
#include "ui/preferences.h"
#include "ui/shell/header_bar.h"
#include "ui/shell/window.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QActionGroup>
#include <QMenu>
#include <QMessageBox>
#include <QShortcut>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

void Window::fillMenu(QMenu *menu)
{
    menu->addAction(tr("Go to…"), this, &Window::showPalette)->setShortcut(Qt::CTRL | Qt::Key_K);
    addAppearances(menu->addMenu(tr("Appearance")));
    m_toTray = menu->addAction(tr("Keep running in the tray when closed"));
    m_toTray->setCheckable(true);
    m_toTray->setChecked(m_preferences.closesToTray());
    connect(m_toTray, &QAction::toggled, this, [this](bool on) { m_preferences.setClosesToTray(on); });
    menu->addSeparator();
    menu->addAction(tr("First steps…"), this, &Window::showFirstSteps);
    menu->addAction(tr("Keyboard shortcuts"), this, &Window::showKeys)->setShortcut(Qt::Key_F1);
    menu->addAction(tr("About Gatehouse"), this, &Window::showAbout);
    menu->addSeparator();
    QAction *quit = menu->addAction(tr("Quit"), this, &Window::quitWished);
    quit->setShortcut(Qt::CTRL | Qt::Key_Q);
    addActions(menu->actions());
}

void Window::addAppearances(QMenu *menu)
{
    auto *group = new QActionGroup(menu);
    const std::initializer_list<std::pair<QString, Appearance>> choices = {
        {tr("Like the system"), Appearance::System},
        //: Appearance of the window
        {tr("Light"), Appearance::Light},
        //: Appearance of the window
        {tr("Dark"), Appearance::Dark},
    };
    for (const auto &[name, appearance] : choices) {
        QAction *action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked(m_preferences.appearance() == appearance);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, chosen = appearance] {
            m_preferences.setAppearance(chosen);
            m_theme.set(chosen);
        });
    }
}

void Window::addShortcuts()
{
    const auto on = [this](const QKeySequence &keys, auto action) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, action);
    };
    on(QKeySequence::Copy, [this] {
        if (!page()->copy())
            m_header->copyAddress();
    });
    on(QKeySequence::Find, [this] { page()->focusFilter(); });
    on(Qt::CTRL | Qt::Key_Comma, [this] { openPage(u"settings"_s); });
    on(Qt::Key_F5, [this] { page()->refresh(); });
    on(Qt::Key_Escape, [this] { page()->leave(); });
    on(Qt::Key_F10, [this] { m_header->menuButton()->showMenu(); });
    on(QKeySequence::Close, [this] { close(); });
}

void Window::showKeys()
{
    const std::initializer_list<std::pair<QString, QString>> keys = {
        {u"Ctrl+C"_s, tr("copy the selected rows, else the base URL")},
        {u"Ctrl+1 … Ctrl+0"_s, tr("go to a page")},
        {u"Ctrl+,"_s, tr("go to the settings")},
        {u"Ctrl+K"_s, tr("go anywhere by typing: pages, settings, models, keys")},
        {u"Ctrl+F"_s, tr("filter the rows of the page")},
        {u"Esc"_s, tr("close the details, clear the filter")},
        {u"F5"_s, tr("ask the gateway now")},
        {u"F10"_s, tr("open the menu")},
        {u"Ctrl+W"_s, tr("close the window")},
        {u"Ctrl+Q"_s, tr("quit Gatehouse")},
    };
    QString rows;
    for (const auto &[key, what] : keys)
        rows += u"<tr><td style='padding-right:16px'><b>"_s + key + u"</b></td><td>"_s + what.toHtmlEscaped() + u"</td></tr>"_s;
    auto *box = new QMessageBox(
        QMessageBox::NoIcon, tr("Keyboard shortcuts"), u"<table>"_s + rows + u"</table>"_s, QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void Window::showAbout()
{
    const QString text = u"<h3>Gatehouse %1</h3><p>%2</p><p>%3</p>"_s.arg(QLatin1StringView(GATEHOUSE_VERSION),
        tr("One endpoint in front of your language models.").toHtmlEscaped(), tr("Licensed under Apache 2.0.").toHtmlEscaped());
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Gatehouse"), text, QMessageBox::Close, this);
    box->setIconPixmap(picture(u":/icons/gatehouse.svg"_s, 64, devicePixelRatioF()));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace gatehouse::ui
