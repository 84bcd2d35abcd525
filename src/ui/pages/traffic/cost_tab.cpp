// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/traffic/cost_tab.h"

#include "ui/models/text.h"
#include "ui/widgets/label.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QLocale>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

struct Kind {
    QLatin1StringView key; ///< of the API
    QString (*name)();
};

// Kinds whose units are tokens; others are named as the API names them, and priced each.
const std::array tokens = {
    Kind {"input"_L1, [] { return QCoreApplication::translate("CostTab", "Input tokens"); }},
    Kind {"output"_L1, [] { return QCoreApplication::translate("CostTab", "Output tokens"); }},
    Kind {"cached_read"_L1, [] { return QCoreApplication::translate("CostTab", "Input read from the cache"); }},
    Kind {"cache_write"_L1, [] { return QCoreApplication::translate("CostTab", "Input written to the cache"); }},
    Kind {"cache_write_1h"_L1, [] { return QCoreApplication::translate("CostTab", "Input written to the cache for an hour"); }},
    Kind {"reasoning"_L1, [] { return QCoreApplication::translate("CostTab", "Reasoning tokens"); }},
    Kind {"audio_input"_L1, [] { return QCoreApplication::translate("CostTab", "Audio input tokens"); }},
    Kind {"audio_output"_L1, [] { return QCoreApplication::translate("CostTab", "Audio output tokens"); }},
    Kind {"image_input"_L1, [] { return QCoreApplication::translate("CostTab", "Image input tokens"); }},
    Kind {"image_output"_L1, [] { return QCoreApplication::translate("CostTab", "Image output tokens"); }},
};

const Kind *kindOf(const QString &key)
{
    for (const Kind &kind : tokens) {
        if (key == kind.key)
            return &kind;
    }
    return nullptr;
}

QString otherName(QString key)
{
    return key.replace(u'_', u' ');
}

} // namespace

CostTab::CostTab(QWidget *parent)
    : RecordTab(parent)
    , m_lines(new QTreeWidget)
    , m_nothing(makeLabel(Voice::Muted))
{
    m_lines->setAccessibleName(tr("Cost"));
    m_lines->setHeaderLabels({tr("What"), tr("Amount"), tr("Price"), tr("Cost")});
    m_lines->setProperty("role", u"lines"_s);
    m_lines->setRootIsDecorated(false);
    m_lines->setUniformRowHeights(true);
    m_lines->header()->setStretchLastSection(false);
    m_lines->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int at = 1; at < 4; ++at) {
        m_lines->header()->setSectionResizeMode(at, QHeaderView::ResizeToContents);
        m_lines->headerItem()->setTextAlignment(at, Qt::AlignRight | Qt::AlignVCenter);
    }
    m_nothing->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_lines);
    column->addWidget(m_nothing, 0, Qt::AlignTop);
}

void CostTab::setRecord(const SharedRecord &record)
{
    m_lines->clear();
    m_lines->setVisible(!record->costs.isEmpty());
    m_nothing->setVisible(record->costs.isEmpty());
    m_nothing->setText(record->row.isRunning() ? tr("The cost is known when the answer is complete.")
                                               : tr("Nothing was charged, or no price is known for this model."));
    double total = 0;
    const auto add = [this](const QStringList &cells) {
        auto *item = new QTreeWidgetItem(m_lines, cells);
        for (int at = 1; at < 4; ++at)
            item->setTextAlignment(at, Qt::AlignRight | Qt::AlignVCenter);
        return item;
    };
    for (const TrafficCostLine &line : record->costs) {
        const Kind *kind = kindOf(line.kind);
        //: a price; %1 is a sum of money, for a million tokens
        const QString price =
            kind ? tr("%1 per million").arg(moneyText(line.price * 1e6)) : tr("%1 each").arg(moneyText(line.price));
        add({kind ? kind->name() : otherName(line.kind), QLocale().toString(line.units, 'g', 12), price, moneyText(line.cost)});
        total += line.cost;
    }
    QTreeWidgetItem *sum = add({tr("Total"), QString(), QString(), moneyText(record->row.cost.value_or(total))});
    QFont strong = m_lines->font();
    strong.setWeight(QFont::DemiBold);
    sum->setFont(0, strong);
    sum->setFont(3, strong);
}

} // namespace gatehouse::ui
