// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/connect/connect_page.h"

#include "ui/pages/connect/client_view.h"
#include "ui/preferences.h"
#include "ui/session.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/pill.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

using State = ClientStatus::State;

const auto clientKey = u"connect/client"_s;
constexpr int markSize = 16;

std::pair<Mark, Mood> signOf(State state)
{
    switch (state) {
    case State::Connected: return {Mark::Check, Mood::Good};
    case State::Drifted: return {Mark::Half, Mood::Warn};
    case State::Unreadable: return {Mark::Alert, Mood::Warn};
    case State::NotConnected: break;
    }
    return {Mark::Ring, Mood::Idle};
}

QScrollArea *scrolled(QWidget *content)
{
    auto *page = new QWidget;
    page->setProperty("role", u"page"_s);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(content);
    column->addStretch(1);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(page);
    return area;
}

} // namespace

ConnectPage::ConnectPage(Session &session, Preferences &preferences, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_preferences(preferences)
    , m_list(new QListWidget)
    , m_stack(new QStackedWidget)
{
    m_list->setProperty("role", u"sections"_s);
    m_list->setAccessibleName(tr("Clients"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setIconSize(QSize(markSize, markSize));
    addClients(preferences);
    showStates();
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + 36);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 14, 16, 12);
    row->setSpacing(16);
    row->addWidget(m_list);
    row->addWidget(m_stack, 1);
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(&session, &Session::stateChanged, this, &ConnectPage::askForModels);
    m_list->setCurrentRow(0);
    reveal(u"client:"_s + QString::fromUtf8(preferences.bytes(clientKey)));
}

void ConnectPage::addClients(Preferences &preferences)
{
    for (const ConnectClient &client : connectClients()) {
        auto *view = new ClientView(m_session, preferences, client);
        m_views.append(view);
        m_stack->addWidget(scrolled(view));
        m_list->addItem(QString::fromUtf8(client.name));
        connect(view, &ClientView::looked, this, &ConnectPage::showStates);
    }
}

void ConnectPage::showStates()
{
    const Colours &colours = Colours::of(palette());
    for (int at = 0; at < int(m_views.size()); ++at) {
        const ClientView &view = *m_views[at];
        QListWidgetItem *line = m_list->item(at);
        const bool hasFile = view.client().place != nullptr;
        const auto [mark, mood] = signOf(view.status().state);
        const QPixmap sign = hasFile ? markPixmap(mark, markSize, devicePixelRatioF(), moodColour(mood, colours), colours.window)
                                     : markPixmap(Mark::Copy, markSize, devicePixelRatioF(), colours.muted);
        QIcon icon(sign);
        icon.addPixmap(sign, QIcon::Selected); // or the style tints it
        line->setIcon(icon);
        line->setData(Qt::AccessibleDescriptionRole, hasFile ? view.stateWord() : tr("Text to copy"));
    }
}

void ConnectPage::askForModels()
{
    if (!m_session.isRunning())
        return;
    m_session.client().get(u"/v1/models"_s, {}, this, [this](const Answer &answer) {
        QStringList models;
        const QJsonArray listed = answer.json.object().value("data"_L1).toArray();
        for (const QJsonValue model : listed) {
            if (const QString id = model["id"_L1].toString(); !id.isEmpty() && !id.contains(u'*'))
                models.append(id);
        }
        for (ClientView *each : m_views)
            each->setModels(models);
    });
}

void ConnectPage::reveal(const QString &argument)
{
    for (int at = 0; at < int(m_views.size()); ++at) {
        if (argument == u"client:"_s + QLatin1StringView(m_views[at]->client().key))
            m_list->setCurrentRow(at);
    }
}

void ConnectPage::focusFilter()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void ConnectPage::refresh()
{
    askForModels();
    for (ClientView *each : m_views)
        each->look();
}

void ConnectPage::save()
{
    m_preferences.setBytes(clientKey, m_views[m_list->currentRow()]->client().key);
}

void ConnectPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
}

void ConnectPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showStates();
}

} // namespace gatehouse::ui
