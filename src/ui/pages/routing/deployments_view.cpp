// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/deployments_view.h"

#include "ui/models/text.h"
#include "ui/pages/routing/deployment_words.h"
#include "ui/pages/routing/outage_dialog.h"
#include "ui/pages/routing/routing_state.h"
#include "ui/session.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/message_line.h"
#include "ui/widgets/record_view.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QString textIn(const QJsonObject &record, const char *member)
{
    return record.value(QLatin1StringView(member)).toString();
}

QString count(const QJsonObject &record, const char *member)
{
    return countText(record.value(QLatin1StringView(member)).toInteger());
}

QString stateText(const QJsonObject &record)
{
    const DeploymentWords words = wordsOf(record);
    //: %1 is a state, %2 how long it lasts still
    return words.left.isEmpty() ? words.word : QCoreApplication::translate("Routing", "%1, %2 left").arg(words.word, words.left);
}

QString reasonText(const QJsonObject &record)
{
    if (isInOutage(record))
        return {};
    const int status = record.value("status"_L1).toInt();
    const QString reason = textIn(record, "reason");
    return status > 0 && !reason.isEmpty() ? u"%1: %2"_s.arg(status).arg(reason) : reason;
}

QString latencyText(const QJsonObject &record)
{
    const QJsonValue latency = record.value("latency_ms"_L1);
    return latency.isDouble() ? durationText(latency.toDouble()) : dash();
}

QString checkText(const QJsonObject &record)
{
    const QJsonObject check = record.value("last_check"_L1).toObject();
    if (check.isEmpty())
        return dash();
    const QString when = timeText(QDateTime::fromString(check.value("at"_L1).toString(), Qt::ISODateWithMs));
    return check.value("ok"_L1).toBool() ? QCoreApplication::translate("Routing", "Well, %1").arg(when)
                                         : QCoreApplication::translate("Routing", "Failed, %1").arg(when);
}

template <const char *member> QVariant number(const QJsonObject &record)
{
    return record.value(QLatin1StringView(member)).toDouble();
}
constexpr char inFlight[] = "in_flight";
constexpr char requests[] = "requests_this_minute";
constexpr char failed[] = "failures_this_minute";
constexpr char latency[] = "latency_ms";

constexpr std::array columns = {
    RecordColumn {.name = "group",
        .title = [] { return QCoreApplication::translate("Routing", "Model"); },
        .text = [](const QJsonObject &record) { return textIn(record, "model_group"); },
        .width = 18},
    RecordColumn {.name = "model",
        .title = [] { return QCoreApplication::translate("Routing", "Deployment"); },
        .text = [](const QJsonObject &record) { return textIn(record, "model"); },
        .width = 30,
        .tip = [](const QJsonObject &record) { return textIn(record, "id"); }},
    RecordColumn {.name = "state",
        .title = [] { return QCoreApplication::translate("Routing", "State"); },
        .text = stateText,
        .width = 34,
        .sign = [](const QJsonObject &record) { return std::optional(wordsOf(record).sign); }},
    //: requests that are being answered now
    RecordColumn {"in_flight", [] { return QCoreApplication::translate("Routing", "In flight"); },
        [](const QJsonObject &record) { return count(record, inFlight); }, 7, Qt::AlignRight, number<inFlight>},
    RecordColumn {"requests", [] { return QCoreApplication::translate("Routing", "This minute"); },
        [](const QJsonObject &record) { return count(record, requests); }, 8, Qt::AlignRight, number<requests>},
    RecordColumn {"failures", [] { return QCoreApplication::translate("Routing", "Failed"); },
        [](const QJsonObject &record) { return count(record, failed); }, 7, Qt::AlignRight, number<failed>},
    RecordColumn {"latency", [] { return QCoreApplication::translate("Routing", "Latency"); }, latencyText, 9, Qt::AlignRight,
        number<latency>},
    RecordColumn {.name = "reason",
        .title = [] { return QCoreApplication::translate("Routing", "Why"); },
        .text = reasonText,
        .width = 30,
        .tip = reasonText,
        .muted = true},
    RecordColumn {.name = "check",
        .title = [] { return QCoreApplication::translate("Routing", "Last check"); },
        .text = checkText,
        .width = 14,
        .hidden = true},
    RecordColumn {.name = "id",
        .title = [] { return QCoreApplication::translate("Routing", "ID"); },
        .text = [](const QJsonObject &record) { return textIn(record, "id"); },
        .width = 20,
        .hidden = true},
};

QString pathOf(const QString &id, const QString &action)
{
    return u"/health/deployments/%1/%2"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(id)), action);
}

} // namespace

DeploymentsView::DeploymentsView(RoutingState &state, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
    , m_table(columns, u"id"_s)
    , m_view(new RecordView(m_table, tr("Deployments")))
    , m_simulate(new QPushButton(tr("Simulate outage…")))
    , m_end(new QPushButton(tr("End outage")))
    //: lets a resting deployment take requests again at once
    , m_close(new QPushButton(tr("End rest now")))
    , m_message(new MessageLine)
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_simulate, m_end, m_close})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_view, 1);
    column->addWidget(m_message);
    column->addLayout(buttons);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEmptyText(tr("No deployments yet. Add a model on the page Models."));
    connect(&state, &RoutingState::deploymentsChanged, this, &DeploymentsView::showRows);
    connect(m_view, &RecordView::currentChangedTo, this, &DeploymentsView::updateButtons);
    connect(m_view, &RecordView::menuWished, this, [this](QMenu *menu) {
        for (QPushButton *button : {m_simulate, m_end, m_close})
            menu->addAction(button->text(), button, &QPushButton::click)->setEnabled(button->isEnabled());
    });
    connect(m_simulate, &QPushButton::clicked, this, [this] { simulateOutage(m_view->currentId()); });
    connect(m_end, &QPushButton::clicked, this, [this] { endOutage(m_view->currentId()); });
    connect(m_close, &QPushButton::clicked, this, [this] { closeBreaker(m_view->currentId()); });
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, [this] {
        if (isVisible())
            m_table.touch();
    });
    m_second.start();
    showRows();
}

void DeploymentsView::setFilter(const QString &text)
{
    m_view->setFilter(text);
}

void DeploymentsView::reveal(const QString &id)
{
    m_wish = id;
    showWish();
}

void DeploymentsView::showWish()
{
    if (!m_wish.isEmpty() && m_view->select(m_wish))
        m_wish.clear();
}

void DeploymentsView::showRows()
{
    m_table.setRecords(m_state.deployments());
    showWish();
    updateButtons();
}

void DeploymentsView::updateButtons()
{
    const QJsonObject record = m_view->current();
    m_simulate->setEnabled(!record.isEmpty() && !isInOutage(record));
    m_end->setEnabled(isInOutage(record));
    m_close->setEnabled(isBreakerOpen(record) && !isInOutage(record));
}

void DeploymentsView::simulateOutage(const QString &id)
{
    if (id.isEmpty())
        return;
    const QJsonObject record = m_state.deployment(id);
    auto *dialog = new OutageDialog(m_state, record.isEmpty() ? QJsonObject {{u"id"_s, id}} : record, window());
    dialog->open();
}

void DeploymentsView::endOutage(const QString &id)
{
    m_state.session().client().remove(
        pathOf(id, u"outage"_s), this, [this](const Answer &answer) { tell(answer, tr("The outage has ended.")); });
}

void DeploymentsView::closeBreaker(const QString &id)
{
    m_state.session().client().post(pathOf(id, u"close"_s), QJsonObject(), this,
        [this](const Answer &answer) { tell(answer, tr("It takes requests again.")); });
}

void DeploymentsView::tell(const Answer &answer, const QString &done)
{
    if (answer.isOk()) {
        m_message->clear();
        m_state.session().announce(done);
    } else {
        m_message->say(Mood::Bad, answer.problem);
    }
    m_state.askDeployments();
}

bool DeploymentsView::copy()
{
    const QString text = m_view->hasFocus() ? m_view->selectedText() : QString();
    if (!text.isEmpty())
        copyText(text);
    return !text.isEmpty();
}

} // namespace gatehouse::ui
