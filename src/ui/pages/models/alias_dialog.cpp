// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/alias_dialog.h"

#include "ui/pages/models/alias_card.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

/// "Weight (2)": fields of the same kind are told apart by their numbers; the first is the usual one.
QString numbered(const QString &name, qsizetype at)
{
    return at == 0 ? name : u"%1 (%2)"_s.arg(name).arg(at + 1);
}

} // namespace

AliasDialog::AliasDialog(const QString &title, const QStringList &groups, const AliasForm &alias, QWidget *parent)
    : FormDialog(title, AliasCard::tr("Save"), parent)
    , m_groups(groups)
    , m_name(new QLineEdit(alias.name))
    , m_hidden(new QCheckBox(AliasCard::tr("Leave it out of the list of models")))
{
    addField(AliasCard::tr("Other name"), m_name);
    addField(
        AliasCard::tr("Stands for"), makeTargets(), tr("Of several models one is drawn for each request, by their weights."));
    addWide(m_hidden);
    m_hidden->setChecked(alias.isHidden);
    for (const AliasTarget &target : alias.targets)
        addTarget(target);
    if (m_lines.isEmpty())
        addTarget({.model = m_groups.value(0)});
    connect(this, &FormDialog::submitted, this, &AliasDialog::submit);
    m_name->setFocus();
}

QWidget *AliasDialog::makeTargets()
{
    auto *box = new QWidget;
    m_column = new QVBoxLayout(box);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    auto *add = new QPushButton(tr("Add another model"));
    add->setAutoDefault(false);
    m_column->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, [this] {
        addTarget({});
        m_lines.last().model->setFocus();
    });
    return box;
}

void AliasDialog::addTarget(const AliasTarget &target)
{
    m_lines.append(makeLine(target));
    m_column->insertWidget(int(m_lines.size()) - 1, m_lines.last().row);
    showTargets();
}

AliasDialog::Line AliasDialog::makeLine(const AliasTarget &target)
{
    auto *row = new QWidget, *weightBox = new QWidget;
    auto *model = new QComboBox;
    model->setEditable(true);
    model->addItems(m_groups);
    model->setCurrentText(target.model);
    auto *weight = new QLineEdit(target.weight);
    weight->setPlaceholderText(QLocale().toString(1));
    weight->setMaximumWidth(fontMetrics().averageCharWidth() * 10);
    auto *weightRow = new QHBoxLayout(weightBox);
    weightRow->setContentsMargins(0, 0, 0, 0);
    weightRow->addWidget(makeLabel(Voice::Muted, tr("Weight")));
    weightRow->addWidget(weight);
    auto *remove = new QToolButton;
    remove->setText(u"✕"_s);
    remove->setToolTip(tr("Remove"));
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(model, 1);
    line->addWidget(weightBox);
    line->addWidget(remove);
    connect(remove, &QToolButton::clicked, this, [this, row] { removeTarget(row); });
    return {target, row, model, weightBox, weight, remove};
}

void AliasDialog::removeTarget(QWidget *row)
{
    m_lines.removeIf([row](const Line &line) { return line.row == row; });
    row->hide();
    row->deleteLater();
    m_lines.last().model->setFocus();
    showTargets();
}

/// A single model has no rivals to be weighed against; several of them cannot be left out of the list.
void AliasDialog::showTargets()
{
    const bool isOne = m_lines.size() == 1;
    for (qsizetype at = 0; at < m_lines.size(); ++at) {
        const Line &line = m_lines[at];
        line.weightBox->setVisible(!isOne);
        line.remove->setVisible(!isOne);
        line.model->setAccessibleName(numbered(AliasCard::tr("Stands for"), at));
        line.weight->setAccessibleName(numbered(tr("Weight"), at));
        line.remove->setAccessibleName(numbered(tr("Remove"), at));
    }
    m_hidden->setEnabled(isOne);
    m_hidden->setToolTip(isOne ? QString() : tr("Only a name for a single model can be left out of the list."));
    if (isVisible())
        grow();
}

/// A layout with texts that wrap asks its window for less than it needs.
void AliasDialog::grow()
{
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

AliasTarget AliasDialog::targetOf(const Line &line) const
{
    return {line.model->currentText().trimmed(), line.weight->text().trimmed(), line.given.at};
}

AliasForm AliasDialog::alias() const
{
    AliasForm form {m_name->text().trimmed(), {}, m_hidden->isChecked() && m_hidden->isEnabled()};
    for (const Line &line : m_lines)
        form.targets.append(targetOf(line));
    return form;
}

QString AliasDialog::problem() const
{
    for (const Line &line : m_lines) {
        const AliasTarget target = targetOf(line);
        if (target.model.isEmpty() || m_name->text().trimmed().isEmpty())
            return AliasCard::tr("Both names are needed.");
        bool isNumber = false;
        const double weight = target.weight.toDouble(&isNumber);
        if (!target.weight.isEmpty() && target.weight != line.given.weight && (!isNumber || weight < 0))
            return tr("A weight is a number, 0 or more.");
    }
    return {};
}

void AliasDialog::submit()
{
    const QString wrong = problem();
    setProblem(wrong);
    grow();
    if (wrong.isEmpty())
        Q_EMIT ready();
}

} // namespace gatehouse::ui
