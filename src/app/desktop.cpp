// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop.h"

#include "ui/shell/language.h"
#include "ui/shell/single_instance.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QEvent>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::app {

Desktop::Desktop(QApplication &application, ui::GatewayControl &control, const QString &preferencesFile)
    : m_application(application)
    , m_preferences(preferencesFile)
    , m_theme(application)
    , m_control(control)
    , m_connections(m_control, m_preferences)
    , m_session(m_control)
    , m_window(m_session, m_theme, m_preferences, &m_connections)
    , m_indicator(m_session)
{
    m_theme.set(m_preferences.appearance());
    m_application.setQuitOnLastWindowClosed(false);
    m_application.installEventFilter(this);
    connect(&m_window, &ui::Window::closeWished, this, &Desktop::onCloseWished);
    connect(&m_window, &ui::Window::quitWished, this, [this] { quit(requestsInFlight() > 0); });
    connect(
        &m_connections, &ui::Connections::troubled, &m_session, [this](const QString &problem) { m_session.announce(problem); });
    connect(&m_session, &ui::Session::stateChanged, this, &Desktop::greet);
    connect(&m_indicator, &ui::Indicator::openWished, this, &Desktop::raise);
    connect(&m_indicator, &ui::Indicator::quitWished, this, [this] { quit(requestsInFlight() > 0); });
}

void Desktop::setKeys(ui::KeyStore &keys)
{
    m_session.setKeys(&keys);
    m_connections.setKeys(&keys);
}

void Desktop::show(bool minimized)
{
    m_indicator.show();
    m_window.setTrayPresent(hasTray());
    if (!minimized)
        m_window.show();
    else if (!hasTray())
        m_window.showMinimized();
}

/// Who starts for the first time, without a configuration, is led to a first request.
void Desktop::greet()
{
    const bool isFresh = m_session.isRunning() && !m_control.isRemote() && m_session.control().configFile().isEmpty();
    if (!isFresh || m_preferences.firstStepsShown() || !m_window.isVisible())
        return;
    m_preferences.setFirstStepsShown();
    m_window.showFirstSteps();
}

/// Of the gateway that ends with this program, whichever one the window is on.
int Desktop::requestsInFlight() const
{
    const int seen = m_control.isRemote() ? 0 : m_session.traffic().running();
    return std::max(seen, m_control.local().requestsInFlight());
}

bool Desktop::hasTray() const
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void Desktop::onCloseWished()
{
    m_window.setTrayPresent(hasTray()); // trays come and go with their panels
    if (!hasTray())
        return quit(m_control.local().state() == ui::GatewayState::Running);
    if (!m_preferences.closesToTray())
        return quit(requestsInFlight() > 0);
    m_window.hide();
    if (m_preferences.trayExplained())
        return;
    m_preferences.setTrayExplained();
    m_indicator.explainHiding();
}

/// @param isMissed somebody waits for the gateway, or would find it gone. What would be lost is asked about in any case.
void Desktop::quit(bool isMissed)
{
    QStringList losses;
    if (const QString typed = m_window.unsaved(); !typed.isEmpty())
        losses.append(typed);
    if (const int running = requestsInFlight(); isMissed && running > 0)
        losses.append(
            tr("%n request(s) still running. Quitting waits a short time for them and then cuts them off.", nullptr, running));
    else if (isMissed)
        losses.append(tr("The gateway stops, and clients get no answer until it is started again."));
    if (losses.isEmpty())
        return leave();
    ask(tr("Quit Gatehouse?"), losses.join(u"\n\n"_s));
}

void Desktop::leave()
{
    m_window.save();
    m_window.letGo();
    m_window.hide();
    QCoreApplication::exit(0);
}

void Desktop::ask(const QString &text, const QString &detail)
{
    if (m_asked)
        return m_window.bringUp();
    m_asked = true;
    m_window.bringUp(); // a question without its window would look like somebody else's
    auto *box = new QMessageBox(QMessageBox::Question, tr("Gatehouse"), text, QMessageBox::NoButton, &m_window);
    box->setInformativeText(detail);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *go = box->addButton(tr("Quit"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(tr("Keep running"), QMessageBox::RejectRole));
    connect(box, &QMessageBox::finished, this, [this] { m_asked = false; });
    connect(go, &QPushButton::clicked, this, [this] { leave(); });
    box->open();
}

bool Desktop::eventFilter(QObject *watched, QEvent *event)
{
    // A signal, or the end of the user's session: Qt closes all windows and gives up when one of them refuses.
    if (watched == &m_application && event->type() == QEvent::Quit)
        m_window.letGo();
    return QObject::eventFilter(watched, event);
}

void prepareDesktop(QApplication &application)
{
    QApplication::setApplicationName(u"gatehouse"_s);
    QApplication::setApplicationDisplayName(u"Gatehouse"_s);
    QApplication::setApplicationVersion(QLatin1StringView(GATEHOUSE_VERSION));
    QApplication::setDesktopFileName(u"io.gatehouse.Gatehouse"_s);
    QApplication::setWindowIcon(ui::applicationIcon());
    const QString language = ui::Preferences().language();
    if (!language.isEmpty())
        QLocale::setDefault(QLocale(language));
    ui::speak(application, QLocale());
}

int runDesktop(
    QApplication &application, ui::GatewayControl &control, ui::KeyStore &keys, bool minimized, ui::SingleInstance *instance)
{
    Desktop desktop(application, control);
    desktop.setKeys(keys);
    if (instance)
        QObject::connect(instance, &ui::SingleInstance::raiseWished, &desktop, &Desktop::raise);
    desktop.show(minimized);
    return QApplication::exec();
}

} // namespace gatehouse::app
