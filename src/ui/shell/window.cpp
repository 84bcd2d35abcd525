// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/window.h"

#include "ui/api/other_gateway.h"
#include "ui/first_run/first_run.h"
#include "ui/pages/page.h"
#include "ui/pages/pages.h"
#include "ui/preferences.h"
#include "ui/session.h"
#include "ui/shell/announcement.h"
#include "ui/shell/connection_notice.h"
#include "ui/shell/footer.h"
#include "ui/shell/header_bar.h"
#include "ui/shell/problem_banner.h"
#include "ui/state_words.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

const auto geometryKey = u"window/geometry"_s;
const auto pageKey = u"window/page"_s;
constexpr int railIconSize = 18;

} // namespace

Window::Window(Session &session, Theme &theme, Preferences &preferences, Connections *connections, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_theme(theme)
    , m_preferences(preferences)
    , m_header(new HeaderBar(session, connections))
    , m_rail(new QListWidget)
    , m_pages(new QStackedWidget)
    , m_footer(new Footer(session))
{
    setWindowIcon(applicationIcon());
    setCentralWidget(makeBody());
    setMinimumSize(640, 480);
    resize(1280, 800);
    restoreGeometry(preferences.bytes(geometryKey));
    auto *menu = new QMenu(this);
    fillMenu(menu);
    m_header->menuButton()->setMenu(menu);
    addShortcuts();
    connect(&m_session, &Session::stateChanged, this, &Window::showState);
    onOtherGateway(m_session, this, [this] { dropPages(); });
    connect(m_header, &HeaderBar::turnWished, this, &Window::turn);
    connect(&m_session, &Session::pageWished, this, &Window::openPage);
    connect(&m_session, &Session::appearanceWished, this, [this] { m_theme.set(m_preferences.appearance()); });
    showState();
    m_rail->setFocus(); // where the keyboard begins, rather than at the first button of the header
}

QWidget *Window::makeBody()
{
    fillRail();
    auto *notices = new QVBoxLayout;
    notices->setContentsMargins(16, 0, 16, 0);
    notices->addWidget(new ProblemBanner(m_session));
    notices->addWidget(new ConnectionNotice(m_session));
    auto *content = new QVBoxLayout;
    content->setSpacing(0);
    content->addLayout(notices);
    content->addWidget(m_pages, 1);
    content->addWidget(new Announcement(m_session));
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addLayout(content, 1);
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(middle, 1);
    column->addWidget(m_footer);
    return body;
}

void Window::fillRail()
{
    m_rail->setProperty("role", u"rail"_s);
    m_rail->setAccessibleName(tr("Pages"));
    m_rail->setIconSize(QSize(railIconSize, railIconSize));
    m_rail->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rail->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    for (const PageInfo &info : pages()) {
        m_rail->addItem(info.title());
        m_pages->addWidget(new QWidget); // its place, until it is asked for
    }
    dressRail();
    m_rail->setFixedWidth(m_rail->sizeHintForColumn(0) + 36);
    for (int at = 0; at < m_rail->count() && at < 9; ++at) {
        auto *jump = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + at)), this);
        connect(jump, &QShortcut::activated, this, [this, at] { m_rail->setCurrentRow(at); });
    }
    connect(m_rail, &QListWidget::currentRowChanged, this, &Window::showPage);
    m_rail->setCurrentRow(0);
    openPage(QString::fromUtf8(m_preferences.bytes(pageKey)));
}

void Window::dressRail()
{
    const Colours &colours = Colours::of(palette());
    int at = 0;
    for (const PageInfo &info : pages()) {
        const QString svg = u":/icons/pages/%1.svg"_s.arg(QLatin1StringView(info.key));
        QIcon icon(tintedPicture(svg, railIconSize, devicePixelRatioF(), colours.muted));
        icon.addPixmap(tintedPicture(svg, railIconSize, devicePixelRatioF(), colours.accent), QIcon::Selected);
        m_rail->item(at++)->setIcon(icon);
    }
}

Page *Window::pageAt(int at)
{
    if (auto *made = qobject_cast<Page *>(m_pages->widget(at)))
        return made;
    Page *page = pages()[std::size_t(at)].make(m_session, m_preferences, this);
    QWidget *place = m_pages->widget(at);
    m_pages->insertWidget(at, page);
    m_pages->removeWidget(place);
    place->deleteLater();
    return page;
}

/// To another gateway, unless that loses what somebody would rather keep.
void Window::turn(const std::function<void()> &go)
{
    const QString lost = unsaved();
    if (lost.isEmpty())
        return go();
    auto *box = new QMessageBox(
        QMessageBox::Question, u"Gatehouse"_s, tr("Leave this gateway?"), QMessageBox::Discard | QMessageBox::Cancel, this);
    box->setInformativeText(lost);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::finished, this, [go](int chosen) {
        if (chosen == QMessageBox::Discard)
            go();
    });
    box->open();
}

/// Another gateway: what the pages show, have chosen and open is of the last one. They are made anew when they are shown.
void Window::dropPages()
{
    for (int at = 0; at < m_pages->count(); ++at) {
        auto *made = qobject_cast<Page *>(m_pages->widget(at));
        if (!made)
            continue;
        made->save();
        m_pages->insertWidget(at, new QWidget);
        m_pages->removeWidget(made);
        made->deleteLater();
    }
    if (m_firstSteps)
        m_firstSteps->reject();
    showPage(m_rail->currentRow());
}

void Window::showPage(int at)
{
    if (at >= 0)
        m_pages->setCurrentWidget(pageAt(at));
}

void Window::openPage(const QString &key, const QString &argument)
{
    if (key == "first-steps"_L1)
        return showFirstSteps();
    const auto table = pages();
    for (std::size_t at = 0; at < table.size(); ++at) {
        if (key != QLatin1StringView(table[at].key))
            continue;
        m_rail->setCurrentRow(int(at));
        if (!argument.isEmpty())
            pageAt(int(at))->reveal(argument);
    }
}

void Window::showFirstSteps()
{
    if (m_firstSteps)
        return m_firstSteps->raise();
    auto *steps = new FirstRun(m_session, this);
    m_firstSteps = steps;
    connect(steps, &FirstRun::providerWished, this, [this, steps] {
        steps->accept();
        openPage(u"models"_s, u"add"_s);
    });
    steps->show();
}

QString Window::currentPage() const
{
    return QString::fromLatin1(pages()[std::size_t(m_rail->currentRow())].key);
}

void Window::fillMenu(QMenu *menu)
{
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
    on(Qt::Key_F5, [this] { page()->refresh(); });
    on(Qt::Key_Escape, [this] { page()->leave(); });
    on(Qt::Key_F10, [this] { m_header->menuButton()->showMenu(); });
    on(QKeySequence::Close, [this] { close(); });
}

void Window::setTrayPresent(bool present)
{
    m_toTray->setVisible(present);
    m_footer->setHint(present ? QString() : tr("This desktop has no tray: closing the window quits Gatehouse."));
}

void Window::bringUp()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void Window::save()
{
    m_preferences.setBytes(geometryKey, saveGeometry());
    m_preferences.setBytes(pageKey, currentPage().toUtf8());
    for (Page *each : findChildren<Page *>())
        each->save();
}

QString Window::unsaved() const
{
    const QList<Page *> made = findChildren<Page *>();
    const bool isEdited = std::any_of(made.begin(), made.end(), [](const Page *each) { return each->isEdited(); });
    return isEdited ? tr("The configuration file has changes that are not saved. They are lost.") : QString();
}

Page *Window::page()
{
    return pageAt(m_pages->currentIndex());
}

void Window::showState()
{
    //: title of the window; %1 is the state and place, such as "Running on 127.0.0.1:4000"
    setWindowTitle(tr("Gatehouse – %1").arg(statusLine(m_session.control())));
}

void Window::updateWatched()
{
    m_session.setWatched(isVisible() && !isMinimized());
}

void Window::closeEvent(QCloseEvent *event)
{
    save();
    if (m_mayClose)
        return event->accept();
    event->ignore();
    Q_EMIT closeWished();
}

void Window::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        updateWatched();
    else if (event->type() == QEvent::PaletteChange)
        dressRail();
}

void Window::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    updateWatched();
}

void Window::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    updateWatched();
}

void Window::showKeys()
{
    const std::initializer_list<std::pair<QString, QString>> keys = {
        {u"Ctrl+C"_s, tr("copy the selected rows, else the base URL")},
        {u"Ctrl+1 … Ctrl+7"_s, tr("go to a page")},
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
