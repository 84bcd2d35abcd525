// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/traffic/summary_tab.h"

#include "ui/models/text.h"
#include "ui/widgets/label.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

struct Fact {
    const char *name;
    QString (*value)(const TrafficRow &row);
};

QString say(const char *text)
{
    return QCoreApplication::translate("Facts", text);
}

QString tries(const TrafficRow &row)
{
    if (row.attempts == 0)
        return say(QT_TRANSLATE_NOOP("Facts", "No provider was asked"));
    const QString attempts = QCoreApplication::translate("Facts", "%n attempt(s)", nullptr, row.attempts);
    if (row.fallbacks == 0)
        return attempts;
    return attempts + u", "_s + QCoreApplication::translate("Facts", "%n fallback(s)", nullptr, row.fallbacks);
}

/// What became of each try, a line each; empty when there is nothing to tell beyond the facts.
QString tryLines(const TrafficRow &row)
{
    if (row.tries.size() < 2)
        return {};
    QStringList lines;
    for (const TrafficRow::Try &each : row.tries) {
        QStringList words {QString::number(lines.size() + 1) + u". "_s + each.deployment};
        if (each.status > 0)
            words.append(u"HTTP %1"_s.arg(each.status));
        if (each.durationMs)
            words.append(durationText(*each.durationMs));
        if (!each.fault.isEmpty())
            words.append(each.fault);
        lines.append(words.join(u" · "_s));
    }
    return lines.join(u'\n');
}

QString tokens(const TrafficRow &row)
{
    if (!row.hasTokens())
        return {};
    const QLocale locale;
    //: numbers of tokens: %1 in the question, %2 in the answer
    QString text = QCoreApplication::translate("Facts", "%1 in, %2 out")
                       .arg(locale.toString(row.inputTokens), locale.toString(row.outputTokens));
    if (row.cachedTokens > 0) //: %1 is a number of tokens
        text += u", "_s + QCoreApplication::translate("Facts", "%1 cached").arg(locale.toString(row.cachedTokens));
    if (row.reasoningTokens > 0) //: %1 is a number of tokens
        text += u", "_s + QCoreApplication::translate("Facts", "%1 for reasoning").arg(locale.toString(row.reasoningTokens));
    return text;
}

QString timing(const TrafficRow &row)
{
    if (!row.durationMs)
        return {};
    if (!row.firstTokenMs)
        return durationText(*row.durationMs);
    //: durations: %1 in all, %2 until the answer began
    return QCoreApplication::translate("Facts", "%1, first token after %2")
        .arg(durationText(*row.durationMs), durationText(*row.firstTokenMs));
}

/// A running one has no price yet, and where no price is known nothing is said.
QString cost(const TrafficRow &row)
{
    return row.cost ? moneyText(*row.cost) : QString();
}

QString status(const TrafficRow &row)
{
    return row.status > 0 ? u"HTTP %1"_s.arg(row.status) : QString();
}

QString door(const TrafficRow &row)
{
    return row.dialect.isEmpty() ? row.path : row.path + u" ("_s + row.dialect + u')';
}

QString answer(const TrafficRow &row)
{
    const QString kind =
        row.stream ? say(QT_TRANSLATE_NOOP("Facts", "streamed")) : say(QT_TRANSLATE_NOOP("Facts", "in one piece"));
    return row.finishReason.isEmpty() ? kind : kind + u", "_s + row.finishReason;
}

using Row = const TrafficRow &;

const std::array facts = {
    Fact {QT_TRANSLATE_NOOP("Facts", "Arrived"), [](Row row) { return fullTimeText(row.startedAt); }},
    Fact {QT_TRANSLATE_NOOP("Facts", "Path"), door},
    Fact {QT_TRANSLATE_NOOP("Facts", "Caller"), [](Row row) { return row.who; }},
    Fact {QT_TRANSLATE_NOOP("Facts", "Status"), status},
    Fact {QT_TRANSLATE_NOOP("Facts", "Provider"), [](Row row) { return row.provider; }},
    Fact {QT_TRANSLATE_NOOP("Facts", "Model group"), [](Row row) { return row.group; }},
    Fact {QT_TRANSLATE_NOOP("Facts", "Deployment"), [](Row row) { return row.deployment; }},
    Fact {QT_TRANSLATE_NOOP("Facts", "Tries"), tries},
    Fact {QT_TRANSLATE_NOOP("Facts", "Duration"), timing},
    Fact {QT_TRANSLATE_NOOP("Facts", "Tokens"), tokens},
    Fact {QT_TRANSLATE_NOOP("Facts", "Cost"), cost},
    Fact {QT_TRANSLATE_NOOP("Facts", "Team"), [](Row row) { return row.team; }},
    Fact {QT_TRANSLATE_NOOP("Facts", "Customer"), [](Row row) { return row.customer; }},
    Fact {QT_TRANSLATE_NOOP("Facts", "Answer"), answer},
    Fact {QT_TRANSLATE_NOOP("Facts", "Call ID"), [](Row row) { return row.callId; }},
};

constexpr int factColumns = 3;

} // namespace

SummaryTab::SummaryTab(QWidget *parent)
    : QWidget(parent)
    , m_error(makeLabel(Voice::Body))
    , m_tries(makeLabel(Voice::Muted))
{
    m_error->setProperty("role", u"bad"_s);
    for (QLabel *label : {m_error, m_tries}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_error);
    column->addWidget(m_tries);
    column->addWidget(makeFacts());
    column->addStretch(1);
}

QWidget *SummaryTab::makeFacts()
{
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(5);
    const int rows = (int(facts.size()) + factColumns - 1) / factColumns;
    for (int at = 0; at < int(facts.size()); ++at) {
        const int column = at / rows * 3;
        auto *value = new ElidedLabel;
        m_values.append(value);
        grid->addWidget(makeLabel(Voice::Muted, say(facts[std::size_t(at)].name)), at % rows, column);
        grid->addWidget(value, at % rows, column + 1);
        grid->setColumnStretch(column + 1, 1);
        grid->setColumnMinimumWidth(column + 2, column + 3 < factColumns * 3 ? 14 : 0);
    }
    return box;
}

void SummaryTab::setRow(const TrafficRow &row)
{
    for (qsizetype at = 0; at < m_values.size(); ++at) {
        const QString value = facts[std::size_t(at)].value(row);
        m_values[at]->setWholeText(value.isEmpty() ? dash() : value);
    }
    const QString tries = tryLines(row);
    m_tries->setVisible(!tries.isEmpty());
    m_tries->setText(tries);
    m_error->setVisible(!row.error.isEmpty());
    m_error->setText(row.error.left(600));
}

} // namespace gatehouse::ui
