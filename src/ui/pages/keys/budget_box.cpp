// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/keys/budget_box.h"

#include "ui/models/text.h"
#include "ui/pages/keys/account.h"
#include "ui/pages/keys/columns.h"
#include "ui/widgets/gauge.h"
#include "ui/widgets/label.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

struct Limit {
    const char *member;
    const char *used; ///< in `usage`
    const char *name;
};

constexpr Limit limits[] = {
    {"rpm_limit", "requests", QT_TRANSLATE_NOOP("BudgetBox", "Requests in the last minute")},
    {"tpm_limit", "tokens", QT_TRANSLATE_NOOP("BudgetBox", "Tokens in the last minute")},
    {"max_parallel_requests", "parallel", QT_TRANSLATE_NOOP("BudgetBox", "Requests running")},
};

QDateTime laterOf(const QDateTime &one, const QDateTime &other)
{
    if (!one.isValid() || !other.isValid())
        return one.isValid() ? one : other;
    return std::max(one, other);
}

} // namespace

std::optional<BudgetCourse> courseOf(const QJsonObject &record)
{
    const auto limit = accountFigure(record, "max_budget");
    if (!limit)
        return std::nullopt;
    BudgetCourse course;
    course.spent = accountFigure(record, "spend").value_or(0);
    course.limit = *limit;
    course.ends = accountTime(record, "budget_reset_at");
    const QDateTime period = periodBegin(accountValue(record, "budget_duration").toString(), course.ends);
    course.begun = laterOf(period, accountTime(record, "created_at"));
    return course;
}

BudgetBox::BudgetBox(QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel(Voice::Strong, tr("Budget")))
    , m_figure(makeLabel(Voice::Heading))
    , m_period(makeLabel(Voice::Small))
    , m_gauge(new Gauge)
    , m_forecast(makeLabel(Voice::Body))
    , m_limitsTitle(makeLabel(Voice::Strong, tr("Limits")))
{
    m_forecast->setWordWrap(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    m_gauge->setAccessibleName(tr("Share of the budget that is spent"));
    int row = 0;
    for (QWidget *each : std::initializer_list<QWidget *> {m_title, m_figure, m_gauge, m_period, m_forecast})
        grid->addWidget(each, row++, 0, 1, 2);
    grid->setRowMinimumHeight(row++, 6);
    grid->addWidget(m_limitsTitle, row++, 0, 1, 2);
    for (const Limit &limit : limits) {
        const QString name = QCoreApplication::translate("BudgetBox", limit.name);
        const LimitLine line {makeLabel(Voice::Body, name), makeLabel(Voice::Body), new Gauge};
        line.gauge->setAccessibleName(name);
        grid->addWidget(line.name, row, 0);
        grid->addWidget(line.figures, row++, 1, Qt::AlignRight);
        grid->addWidget(line.gauge, row++, 0, 1, 2);
        m_limits.append(line);
    }
}

void BudgetBox::setRecord(const QJsonObject &record, bool spends)
{
    m_record = record;
    showBudget(spends);
    showLimits(spends);
}

void BudgetBox::showBudget(bool spends)
{
    const auto course = courseOf(m_record);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString spent = moneyText(accountFigure(m_record, "spend").value_or(0));
    m_gauge->setVisible(course && spends);
    m_title->setText(course ? tr("Budget") : tr("Spend"));
    if (!spends)
        m_figure->setText(course ? moneyText(course->limit) : tr("No limit"));
    else //: sums of money: %1 was spent of %2
        m_figure->setText(course ? tr("%1 of %2").arg(spent, moneyText(course->limit)) : spent);
    QStringList period;
    if (const QString word = periodWord(accountValue(m_record, "budget_duration").toString()); !word.isEmpty())
        period.append(word);
    if (const QDateTime reset = accountTime(m_record, "budget_reset_at"); reset.isValid() && spends)
        period.append(tr("begins anew %1").arg(QLocale().toString(reset.toLocalTime(), QLocale::ShortFormat)));
    if (const auto soft = accountFigure(m_record, "soft_budget"))
        period.append(tr("warns from %1").arg(moneyText(*soft)));
    m_period->setText(period.join(u" · "_s));
    m_period->setVisible(!period.isEmpty());
    const QString forecast = course && spends ? forecastText(*course, now) : QString();
    m_forecast->setText(forecast);
    m_forecast->setVisible(!forecast.isEmpty());
    if (!course)
        return;
    const auto ahead = ui::forecast(*course, now);
    const double share = budgetShare(m_record).value_or(0);
    m_gauge->setShare(share, ahead && ahead->atEnd && course->limit > 0 ? *ahead->atEnd / course->limit : -1);
}

void BudgetBox::showLimits(bool spends)
{
    const QLocale locale;
    const QJsonObject usage = m_record.value("usage"_L1).toObject();
    bool any = false;
    for (qsizetype at = 0; at < m_limits.size(); ++at) {
        const Limit &limit = limits[at];
        const auto most = accountFigure(m_record, limit.member);
        const LimitLine &line = m_limits[at];
        for (QWidget *each : std::initializer_list<QWidget *> {line.name, line.figures, line.gauge})
            each->setVisible(most.has_value());
        line.gauge->setVisible(most && spends);
        if (!most)
            continue;
        any = true;
        const double used = usage.value(QLatin1StringView(limit.used)).toDouble();
        const QString limitText = locale.toString(qint64(*most));
        //: numbers: %1 are used of the %2 that may be
        line.figures->setText(spends ? tr("%1 of %2").arg(locale.toString(qint64(used)), limitText) : limitText);
        line.gauge->setShare(*most > 0 ? used / *most : 1);
    }
    m_limitsTitle->setVisible(any);
}

} // namespace gatehouse::ui
