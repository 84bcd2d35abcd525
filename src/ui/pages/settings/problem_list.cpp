// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/problem_list.h"

#include "ui/models/plain_tip.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/mark.h"

#include <QEvent>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qsizetype mostShown = 200;
constexpr int mostRows = 5;

enum ProblemRole { LineRole = Qt::UserRole, ColumnRole };

int rankOf(const QJsonValue &problem)
{
    const QString severity = problem["severity"_L1].toString();
    return severity == "error"_L1 ? 0 : severity == "warning"_L1 ? 1 : 2;
}

bool isHere(const QJsonValue &problem)
{
    return !problem["file"_L1].isString();
}

} // namespace

ProblemList::ProblemList(QWidget *parent)
    : QListWidget(parent)
{
    setAccessibleName(tr("Problems"));
    setWordWrap(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        if (item->data(LineRole).toInt() > 0)
            Q_EMIT chosen(item->data(LineRole).toInt(), item->data(ColumnRole).toInt());
    });
    connect(this, &QListWidget::itemClicked, this, &QListWidget::itemActivated);
    hide();
}

QSize ProblemList::sizeHint() const
{
    const int rows = std::clamp(count(), 1, mostRows);
    return {QListWidget::sizeHint().width(), rows * std::max(sizeHintForRow(0), fontMetrics().height()) + 2 * frameWidth() + 8};
}

void ProblemList::setProblems(const QJsonArray &problems)
{
    if (problems == m_problems)
        return;
    m_problems = problems;
    m_errors = int(std::count_if(problems.begin(), problems.end(), [](const QJsonValue &each) { return rankOf(each) == 0; }));
    fill();
}

void ProblemList::fill()
{
    clear();
    QList<QJsonObject> sorted;
    for (const QJsonValue problem : m_problems)
        sorted.append(problem.toObject());
    std::stable_sort(
        sorted.begin(), sorted.end(), [](const auto &one, const auto &other) { return rankOf(one) < rankOf(other); });
    for (const QJsonObject &problem : sorted.mid(0, mostShown))
        addProblem(problem);
    if (sorted.size() > mostShown)
        addItem(tr("And %n more.", nullptr, int(sorted.size() - mostShown)));
    setVisible(count() > 0);
    updateGeometry();
}

void ProblemList::addProblem(const QJsonObject &problem)
{
    const Colours &colours = Colours::of(palette());
    const int line = isHere(problem) ? problem.value("line"_L1).toInt() : 0;
    QString text = problem.value("message"_L1).toString();
    if (!isHere(problem))
        text = problem.value("file"_L1).toString() + u": "_s + text;
    else if (line > 0)
        //: a problem in a file: %1 is the line number, %2 what is wrong
        text = tr("Line %1: %2").arg(line).arg(text);
    auto *item = new QListWidgetItem(text, this);
    const int rank = rankOf(problem);
    const QStringList names {tr("Error"), tr("Warning"), tr("Note")};
    const QColor colour = rank == 0 ? colours.bad : rank == 1 ? colours.warn : colours.idle;
    const Mark mark = rank == 0 ? Mark::Cross : rank == 1 ? Mark::Alert : Mark::Ring;
    item->setIcon(QIcon(markPixmap(mark, fontMetrics().height(), devicePixelRatioF(), colour, colours.surface)));
    item->setData(LineRole, line);
    item->setData(ColumnRole, std::max(1, problem.value("column"_L1).toInt()));
    item->setToolTip(plainTip(text));
    item->setData(Qt::AccessibleTextRole, QString(names.at(rank) + u": "_s + text));
}

void ProblemList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        fill();
}

QList<CodeSign> codeSigns(const QJsonArray &problems)
{
    QList<CodeSign> signs;
    for (const QJsonValue problem : problems) {
        const int line = problem["line"_L1].toInt();
        if (line > 0 && isHere(problem) && rankOf(problem) < 2)
            signs.append({line, problem["column"_L1].toInt(), rankOf(problem) == 0, problem["message"_L1].toString()});
    }
    std::stable_sort(
        signs.begin(), signs.end(), [](const CodeSign &one, const CodeSign &other) { return one.isError > other.isError; });
    return signs;
}

} // namespace gatehouse::ui
