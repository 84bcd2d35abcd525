// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/providers/local_servers.h"

#include "ui/pages/models/provider_icon.h"
#include "ui/session.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_line.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

LocalServers::LocalServers(Session &session, QWidget *parent)
    : Card(tr("On this machine"), parent)
    , m_session(session)
    , m_again(new QPushButton(tr("Look again")))
    , m_message(new MessageLine)
    , m_list(new QWidget)
{
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    addTool(m_again);
    addContent(m_message);
    addContent(m_list);
    m_list->hide();
    m_again->setAccessibleDescription(tr("Looks for model servers on the gateway's machine"));
    connect(m_again, &QPushButton::clicked, this, &LocalServers::look);
    connect(&session, &Session::stateChanged, this, [this] {
        if (isVisible() && !m_hasLooked)
            look();
    });
}

void LocalServers::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    if (!m_hasLooked)
        look();
}

void LocalServers::look()
{
    if (!m_session.isRunning() || std::exchange(m_isLooking, true))
        return;
    m_again->setEnabled(false);
    m_message->say(Mood::Busy, tr("Looking for Ollama, LM Studio, vLLM and others…"));
    m_session.client().get(u"/providers/local"_s, this, [this](const Answer &answer) { take(answer); });
}

void LocalServers::take(const Answer &answer)
{
    m_isLooking = false;
    m_hasLooked = answer.isOk();
    m_again->setEnabled(true);
    if (!answer.isOk())
        return m_message->say(Mood::Bad, answer.problem);
    showServers(answer.json.object().value("servers"_L1).toArray());
}

void LocalServers::showServers(const QJsonArray &servers)
{
    m_message->say(Mood::Idle, servers.isEmpty() ? tr("No model server answers on the usual ports.") : QString());
    if (servers == m_servers)
        return;
    m_servers = servers;
    qDeleteAll(m_list->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    for (const QJsonValue server : servers)
        m_list->layout()->addWidget(makeRow(server.toObject()));
    m_list->setVisible(!servers.isEmpty());
}

QWidget *LocalServers::makeRow(const QJsonObject &server)
{
    auto *widget = new QWidget;
    const QString title = server.value("title"_L1).toString(), version = server.value("version"_L1).toString();
    const int count = int(server.value("models"_L1).toArray().size());
    auto *picture = new QLabel;
    picture->setPixmap(providerPicture(title, fontMetrics().height() * 2, *this));
    QLabel *name = makeLabel(Voice::Strong, version.isEmpty() ? title : title + u' ' + version);
    QString what = server.value("needs_key"_L1).toBool() ? tr("It wants a key before it tells its models.")
                                                         : tr("%n model(s)", nullptr, count);
    if (server.value("is_used"_L1).toBool())
        what += u", "_s + tr("in use already");
    QLabel *detail = makeLabel(Voice::Muted, server.value("api_base"_L1).toString() + u", "_s + what);
    auto *names = new QVBoxLayout;
    names->setSpacing(1);
    names->addWidget(name);
    names->addWidget(detail);
    auto *add = new QPushButton(tr("Add its models…"));
    add->setAccessibleDescription(title);
    add->setEnabled(count > 0 || server.value("needs_key"_L1).toBool());
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(picture);
    row->addLayout(names, 1);
    row->addWidget(add);
    connect(add, &QPushButton::clicked, this, [this, server] { Q_EMIT addWished(server); });
    return widget;
}

} // namespace gatehouse::ui
