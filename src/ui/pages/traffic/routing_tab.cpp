// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/traffic/routing_tab.h"

#include "ui/models/plain_tip.h"
#include "ui/models/text.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/mark.h"
#include "ui/widgets/pill.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

struct Verdict {
    QLatin1StringView key; ///< of the API
    QString (*word)();
    Mark mark;
    Mood mood;
};

const std::array verdicts = {
    //: what became of a deployment when one had to be chosen
    Verdict {"chosen"_L1, [] { return QCoreApplication::translate("RoutingTab", "Chosen"); }, Mark::Check, Mood::Good},
    Verdict {"not picked"_L1, [] { return QCoreApplication::translate("RoutingTab", "Not picked"); }, Mark::Ring, Mood::Idle},
    Verdict {"tried before"_L1, [] { return QCoreApplication::translate("RoutingTab", "Tried before"); }, Mark::Half, Mood::Warn},
    //: after failures it is left alone for a while
    Verdict {"resting"_L1, [] { return QCoreApplication::translate("RoutingTab", "Resting"); }, Mark::Alert, Mood::Bad},
    Verdict {
        "filtered out"_L1, [] { return QCoreApplication::translate("RoutingTab", "Filtered out"); }, Mark::Slash, Mood::Idle},
    Verdict {
        "no budget left"_L1, [] { return QCoreApplication::translate("RoutingTab", "No budget left"); }, Mark::Slash, Mood::Warn},
    Verdict {
        "at its limit"_L1, [] { return QCoreApplication::translate("RoutingTab", "At its limit"); }, Mark::Slash, Mood::Warn},
    Verdict {"of a later order"_L1, [] { return QCoreApplication::translate("RoutingTab", "Of a later order"); }, Mark::Ring,
        Mood::Idle},
};

void dress(QTreeWidgetItem *item, const TrafficCandidate &candidate, const QWidget &beside)
{
    item->setText(1, candidate.verdict);
    for (const Verdict &verdict : verdicts) {
        if (candidate.verdict != verdict.key)
            continue;
        const Colours &colours = Colours::of(beside.palette());
        const QColor colour = moodColour(verdict.mood, colours);
        item->setText(1, verdict.word());
        item->setIcon(1, markPixmap(verdict.mark, 14, beside.devicePixelRatioF(), colour, colours.surface));
    }
}

QString headOf(const TrafficDecision &decision, qsizetype number)
{
    QStringList words {u"%1. %2"_s.arg(number).arg(decision.group)};
    if (!decision.strategy.isEmpty())
        words.append(decision.strategy);
    words.append(RoutingTab::tr("after %1").arg(durationText(decision.at)));
    if (decision.isCopy)
        words.append(RoutingTab::tr("a copy, to be faster"));
    return words.join(u" · "_s);
}

} // namespace

RoutingTab::RoutingTab(QWidget *parent)
    : RecordTab(parent)
    , m_tree(new QTreeWidget)
{
    m_tree->setAccessibleName(tr("Routing"));
    m_tree->setHeaderLabels({tr("Deployment"), tr("Outcome"), tr("Provider"), tr("Why")});
    m_tree->setProperty("role", u"lines"_s);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setStretchLastSection(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tree);
}

void RoutingTab::setRecord(const SharedRecord &record)
{
    m_tree->clear();
    qsizetype number = 0;
    for (const TrafficDecision &decision : record->decisions) {
        auto *head = new QTreeWidgetItem(m_tree, {headOf(decision, ++number)});
        head->setFirstColumnSpanned(true);
        QFont strong = m_tree->font();
        strong.setWeight(QFont::DemiBold);
        head->setFont(0, strong);
        for (const TrafficCandidate &each : decision.candidates) {
            auto *item = new QTreeWidgetItem(head, {each.deployment, QString(), each.provider, each.why});
            item->setToolTip(3, plainTip(each.why));
            dress(item, each, *this);
        }
        if (decision.notListed > 0)
            new QTreeWidgetItem(head, {tr("%n more", nullptr, decision.notListed)});
    }
    if (record->decisions.isEmpty())
        new QTreeWidgetItem(m_tree, {tr("No deployment had to be chosen.")});
    m_tree->expandAll();
    for (int at = 0; at < 3; ++at)
        m_tree->resizeColumnToContents(at);
    m_tree->setColumnWidth(
        0, std::clamp(m_tree->columnWidth(0), fontMetrics().averageCharWidth() * 28, fontMetrics().averageCharWidth() * 50));
}

} // namespace gatehouse::ui
