// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/traffic/detail_pane.h"

#include "ui/background.h"
#include "ui/config/change_dialog.h"
#include "ui/models/traffic_curl.h"
#include "ui/pages/traffic/cache_tab.h"
#include "ui/pages/traffic/conversation_tab.h"
#include "ui/pages/traffic/cost_tab.h"
#include "ui/pages/traffic/replay_dialog.h"
#include "ui/pages/traffic/routing_tab.h"
#include "ui/pages/traffic/summary_tab.h"
#include "ui/pages/traffic/timing_tab.h"
#include "ui/pages/traffic/traffic_delegate.h"
#include "ui/pages/traffic/wires_tab.h"
#include "ui/session.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/segments.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>
#include <chrono>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr std::chrono::milliseconds settle {80}; ///< whoever runs through the rows asks for none
constexpr std::chrono::milliseconds whileItRuns {700};

struct TabInfo {
    QString (*title)();
    bool needsCapture;    ///< the receipt alone does not tell it
    RecordTab *(*make)(); ///< null: the summary, which is made of the row
};

template <typename Tab> RecordTab *make()
{
    return new Tab;
}

const std::array tabs = {
    //: a tab of the details of a request
    TabInfo {[] { return QCoreApplication::translate("DetailPane", "Summary"); }, false, nullptr},
    TabInfo {[] { return QCoreApplication::translate("DetailPane", "Conversation"); }, true, make<ConversationTab>},
    //: a tab of the details of a request: the raw requests and responses as they passed
    TabInfo {[] { return QCoreApplication::translate("DetailPane", "Wires"); }, true, make<WiresTab>},
    TabInfo {[] { return QCoreApplication::translate("DetailPane", "Timing"); }, false, make<TimingTab>},
    TabInfo {[] { return QCoreApplication::translate("DetailPane", "Routing"); }, true, make<RoutingTab>},
    TabInfo {[] { return QCoreApplication::translate("DetailPane", "Cost"); }, false, make<CostTab>},
    //: a tab of the details of a request: the provider's prompt cache
    TabInfo {[] { return QCoreApplication::translate("DetailPane", "Cache"); }, false, make<CacheTab>},
};

constexpr int noticePlace = int(tabs.size()); ///< in the stack, behind the tabs

} // namespace

DetailPane::DetailPane(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_state(new Pill)
    , m_model(new ElidedLabel)
{
    setProperty("role", u"card"_s);
    setAccessibleName(tr("Selected request"));
    setVoice(m_model, Voice::Heading);
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &DetailPane::ask);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 12, 12);
    column->setSpacing(8);
    column->addWidget(makeHead());
    column->addWidget(makeTabs(), 1);
}

QWidget *DetailPane::makeHead()
{
    QStringList titles;
    for (const TabInfo &tab : tabs)
        titles.append(tab.title());
    m_tabs = new Segments(titles, tr("Details"));
    m_tabs->setToolTip(tr("[ and ] go from one to the next"));
    m_abort = new QPushButton(tr("Abort"));
    m_abort->setToolTip(tr("End this request now (Delete)"));
    m_again = new QPushButton(tr("Send again…"));
    m_again->setToolTip(tr("To the same model or another, with both answers side by side (R)"));
    m_playground = new QPushButton(tr("Playground"));
    m_playground->setToolTip(tr("Open the question in the Playground, to ask several models (P)"));
    auto *copyId = new CopyButton(tr("Copy call ID"), [this] { return m_row.callId; });
    m_curl = new CopyButton(tr("Copy as curl"), [this] { return m_record ? curlOf(*m_record, m_session.address()) : QString(); });
    m_curl->setToolTip(tr("The caller's request as a line for a shell, without the key (Y)"));
    auto *close = new QPushButton(tr("Close"));
    close->setToolTip(tr("Close (Esc)"));
    for (QPushButton *button :
        {static_cast<QPushButton *>(copyId), static_cast<QPushButton *>(m_curl), m_abort, m_again, m_playground, close})
        button->setProperty("role", u"quiet"_s);
    auto *head = new QWidget;
    auto *rows = new QVBoxLayout(head);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_state);
    row->addWidget(m_model, 1);
    for (QPushButton *button :
        {m_abort, m_again, m_playground, static_cast<QPushButton *>(m_curl), static_cast<QPushButton *>(copyId), close})
        row->addWidget(button);
    rows->addLayout(row);
    rows->addWidget(m_tabs, 0, Qt::AlignLeft);
    connect(m_tabs, &Segments::chosen, this, &DetailPane::showTab);
    connect(m_abort, &QPushButton::clicked, this, [this] { Q_EMIT abortWished(m_row); });
    connect(m_again, &QPushButton::clicked, this, &DetailPane::sendAgain);
    connect(m_playground, &QPushButton::clicked, this, &DetailPane::openInPlayground);
    connect(close, &QPushButton::clicked, this, &DetailPane::closed);
    return head;
}

QWidget *DetailPane::makeTabs()
{
    m_stack = new QStackedWidget;
    m_summary = new SummaryTab;
    for (const TabInfo &tab : tabs)
        m_stack->addWidget(tab.make ? static_cast<QWidget *>(tab.make()) : m_summary);
    m_stack->addWidget(makeNotice());
    return m_stack;
}

QWidget *DetailPane::makeNotice()
{
    m_notice = new QWidget;
    m_why = makeLabel(Voice::Muted);
    m_why->setWordWrap(true);
    m_keep = new QPushButton(tr("Keep requests on disk…"));
    connect(m_keep, &QPushButton::clicked, this, &DetailPane::keepOnDisk);
    auto *column = new QVBoxLayout(m_notice);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_why);
    column->addWidget(m_keep, 0, Qt::AlignLeft);
    column->addStretch(1);
    return m_notice;
}

void DetailPane::setRow(const TrafficRow &row)
{
    const bool isAnother = row.id != m_row.id || row.callId != m_row.callId;
    const bool hasChanged = isAnother || row.state != m_row.state || row.isRunning();
    m_row = row;
    if (isAnother) {
        ++m_epoch;
        m_asking = false;
        m_record = nullptr;
        m_missing.clear();
    }
    showHead();
    m_summary->setRow(row);
    if (isAnother)
        showTab();
    if (hasChanged && (isAnother || !m_later.isActive()))
        m_later.start(isAnother || !row.isRunning() ? settle : whileItRuns);
}

void DetailPane::showHead()
{
    m_state->setState(markOf(m_row.state), moodOf(m_row.state), TrafficRow::word(m_row.state));
    const bool renamed = !m_row.upstreamModel.isEmpty() && m_row.upstreamModel != m_row.model;
    m_model->setWholeText(renamed ? m_row.model + u" → "_s + m_row.upstreamModel : m_row.model);
    m_abort->setVisible(m_row.isRunning());
    m_curl->setEnabled(m_record && m_record->clientRequest.isThere);
    m_again->setVisible(!m_row.isRunning());
    m_again->setEnabled(m_record && m_record->isCaptured);
    m_playground->setEnabled(m_again->isEnabled());
}

void DetailPane::ask()
{
    if (!isVisible() || m_asking)
        return;
    m_asking = true;
    m_session.client().getRaw(
        u"/traffic/%1"_s.arg(m_row.id), this, [this, epoch = m_epoch](const Answer &answer, const QByteArray &body) {
            if (epoch != m_epoch)
                return;
            m_asking = false;
            if (answer.isOk())
                return take(body, epoch);
            if (answer.status == 404)
                return sayMissing(tr("The gateway remembers this request no more. What passed on its wires stays in memory for a "
                                     "while; on disk it stays longer."),
                    true);
            if (answer.kind != Answer::Kind::Cancelled)
                sayMissing(answer.problem, false);
        });
}

void DetailPane::take(const QByteArray &body, int epoch)
{
    m_asking = true;
    inBackground(
        this,
        [body] {
            auto read = TrafficRecord::fromJson(body);
            return read ? std::make_shared<const TrafficRecord>(*std::move(read)) : SharedRecord();
        },
        [this, epoch](const SharedRecord &record) { takeRecord(record, epoch); });
}

void DetailPane::takeRecord(const SharedRecord &record, int epoch)
{
    if (epoch != m_epoch)
        return;
    m_asking = false;
    // After a restart the gateway gives the same numbers to other requests.
    if (!record || record->row.callId != m_row.callId)
        return sayMissing(tr("The gateway remembers this request no more: it was started again since then."), true);
    m_record = record;
    m_missing.clear();
    showHead();
    if (!record->row.isRunning())
        m_summary->setRow(record->row); // its error is whole
    showTab();
    if (m_row.isRunning() && !m_later.isActive())
        m_later.start(whileItRuns);
}

void DetailPane::showTab()
{
    const int at = m_tabs->current();
    const TabInfo &tab = tabs[std::size_t(at)];
    if (!tab.make)
        return m_stack->setCurrentIndex(at);
    const bool isThere = m_record && (m_record->isCaptured || !tab.needsCapture);
    if (isThere)
        static_cast<RecordTab *>(m_stack->widget(at))->setRecord(m_record);
    else if (m_record)
        m_why->setText(tr("What passed on the wires of this request was not kept."));
    else
        m_why->setText(m_missing);
    m_keep->setVisible(!isThere && (m_record || (!m_missing.isEmpty() && m_keep->isEnabled())));
    m_stack->setCurrentIndex(isThere ? at : noticePlace);
}

void DetailPane::sayMissing(const QString &why, bool canKeep)
{
    m_missing = why;
    m_keep->setEnabled(canKeep);
    if (!m_record)
        showTab();
}

void DetailPane::keepOnDisk()
{
    changeConfig(m_session, {setEdit({u"general_settings"_s, u"capture"_s}, u"all"_s)}, tr("Keep captured requests on disk"),
        this, [this] { m_why->setText(tr("From now on, what passes is kept on disk.")); });
}

void DetailPane::step(int by)
{
    const int many = int(tabs.size());
    m_tabs->setCurrent((m_tabs->current() + by + many) % many);
}

void DetailPane::copyCurl()
{
    if (m_curl->isEnabled())
        m_curl->copy();
}

void DetailPane::sendAgain()
{
    if (m_again->isEnabled() && !m_row.isRunning())
        (new ReplayDialog(m_session, m_record, this))->open();
}

void DetailPane::openInPlayground()
{
    if (m_playground->isEnabled())
        m_session.openPage(u"playground"_s, u"call:"_s + m_row.callId);
}

void DetailPane::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    if (!m_record && m_row.id != 0)
        m_later.start(settle);
}

} // namespace gatehouse::ui
