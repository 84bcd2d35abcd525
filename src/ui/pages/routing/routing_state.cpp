// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/routing_state.h"

#include "ui/session.h"

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr std::chrono::seconds slow {30};
constexpr std::chrono::seconds live {3};

} // namespace

RoutingState::RoutingState(Session &session, QWidget *viewer)
    : QObject(viewer)
    , m_session(session)
    , m_mapPoll(new Poll(session, u"/route/map"_s, slow, viewer))
    , m_treePoll(new Poll(session, u"/config/tree"_s, slow, viewer))
    , m_deploymentPoll(new Poll(session, u"/health/deployments"_s, live, viewer))
{
    m_treePoll->setQuery(QUrlQuery({{u"sections"_s, u"router_settings,litellm_settings"_s}}));
    connect(m_mapPoll, &Poll::answered, this, &RoutingState::takeMap);
    connect(m_treePoll, &Poll::answered, this, &RoutingState::takeTree);
    connect(m_deploymentPoll, &Poll::answered, this, &RoutingState::takeDeployments);
    connect(&session.events(), &EventFeed::happened, this, [this](const QString &name) {
        if (name == "config_changed"_L1)
            refresh();
        else if (name == "breaker"_L1)
            askDeployments();
    });
    connect(&session.events(), &EventFeed::reconnected, this, &RoutingState::refresh);
}

void RoutingState::refresh()
{
    m_mapPoll->ask();
    m_treePoll->ask();
    m_deploymentPoll->ask();
}

QJsonObject RoutingState::deployment(const QString &id) const
{
    for (const QJsonValue each : m_deployments) {
        if (each["id"_L1].toString() == id)
            return each.toObject();
    }
    return {};
}

QString RoutingState::whyNotEditable() const
{
    if (isEditable())
        return {};
    if (!m_treeProblem.isEmpty())
        return m_treeProblem;
    return m_isTreeKnown ? tr("The configuration file cannot be changed from here.") : QString();
}

void RoutingState::takeMap(const Answer &answer)
{
    if (answer.kind == Answer::Kind::Cancelled)
        return;
    setProblem(answer.problem);
    if (!answer.isOk() || (m_isKnown && answer.json.object() == m_told))
        return;
    m_isKnown = true;
    m_told = answer.json.object();
    compute();
}

void RoutingState::takeTree(const Answer &answer)
{
    if (answer.kind == Answer::Kind::Cancelled)
        return;
    const QJsonObject told = answer.json.object();
    const QJsonObject tree = told.value("tree"_L1).toObject();
    m_revision = told.value("revision"_L1).toString(); // also when it says the same as before
    const QString why = answer.isOk() ? told.value("why_not_writable"_L1).toString() : answer.problem;
    const bool writable = answer.isOk() && told.value("writable"_L1).toBool();
    if (m_isTreeKnown == answer.isOk() && why == m_treeProblem && writable == m_isWritable && tree == m_tree)
        return;
    m_isTreeKnown = answer.isOk();
    m_treeProblem = why;
    m_isWritable = writable;
    m_tree = tree;
    compute();
    Q_EMIT treeChanged();
}

void RoutingState::takeDeployments(const Answer &answer)
{
    if (!answer.isOk())
        return;
    m_deployments = answer.json.object().value("deployments"_L1).toArray();
    Q_EMIT deploymentsChanged();
}

void RoutingState::setProblem(const QString &problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    Q_EMIT problemChanged();
}

void RoutingState::compute()
{
    if (!m_isKnown)
        return;
    m_map = routeMapOf(m_told, m_tree);
    Q_EMIT mapChanged();
}

} // namespace gatehouse::ui
