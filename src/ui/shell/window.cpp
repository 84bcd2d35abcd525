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
#include "ui/shell/palette.h"
#include "ui/shell/problem_banner.h"
#include "ui/state_words.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

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
    connect(m_header, &HeaderBar::searchWished, this, &Window::showPalette);
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
    for (int at = 0; at < m_rail->count() && at < 10; ++at) {
        const Qt::Key digit = at == 9 ? Qt::Key_0 : Qt::Key(Qt::Key_1 + at); // in the order of the keyboard
        auto *jump = new QShortcut(QKeySequence(Qt::CTRL | digit), this);
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

void Window::showPalette()
{
    if (m_palette)
        return;
    m_palette = new Palette(m_session, this);
    m_palette->show(); // and not modal: a click beside it is a way to leave it
    m_palette->activateWindow();
}

QString Window::currentPage() const
{
    return QString::fromLatin1(pages()[std::size_t(m_rail->currentRow())].key);
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

} // namespace gatehouse::ui
