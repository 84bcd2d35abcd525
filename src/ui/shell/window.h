// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDialog>
#include <QMainWindow>
#include <QPointer>

#include <functional>

class QListWidget;
class QMenu;
class QStackedWidget;

namespace gatehouse::ui {

class Connections;
class Footer;
class HeaderBar;
class Page;
class Preferences;
class Session;
class Theme;

/// The main window: header, a rail of pages, the pages, a footer. It knows no page by name and decides nothing: closing and
/// quitting are wishes that the desktop grants. A page is made when it is first shown. Main thread.
class Window : public QMainWindow
{
    Q_OBJECT
public:
    /// @param connections null: the window stays on the gateway it was given.
    Window(
        Session &session, Theme &theme, Preferences &preferences, Connections *connections = nullptr, QWidget *parent = nullptr);

    /// Whether the desktop has a tray: says what closing does, and offers the choice.
    void setTrayPresent(bool present);
    /// From now on closing is no longer a wish.
    void letGo() { m_mayClose = true; }
    /// Shows, restores and raises.
    void bringUp();
    void save();
    /// What was typed on the pages and would be lost with them, for people; empty: nothing.
    QString unsaved() const;
    /// Shows a page by its key in pages.cpp; an unknown one is left alone.
    void openPage(const QString &key, const QString &argument = {});
    QString currentPage() const;
    /// The dialog that leads to a first answered request; brought to the front where it is open already.
    void showFirstSteps();
    /// Goes anywhere by typing.
    void showPalette();

Q_SIGNALS:
    void closeWished();
    void quitWished();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeBody();
    void fillRail();
    void dressRail();
    Page *pageAt(int at);
    void turn(const std::function<void()> &go);
    void dropPages();
    void showPage(int at);
    void fillMenu(QMenu *menu);
    void addAppearances(QMenu *menu);
    void addShortcuts();
    void showState();
    void updateWatched();
    void showKeys();
    void showAbout();
    Page *page();

    Session &m_session;
    Theme &m_theme;
    Preferences &m_preferences;
    HeaderBar *m_header;
    QListWidget *m_rail;
    QStackedWidget *m_pages;
    Footer *m_footer;
    QAction *m_toTray = nullptr;
    QPointer<QDialog> m_firstSteps;
    QPointer<QDialog> m_palette;
    bool m_mayClose = false;
};

} // namespace gatehouse::ui
