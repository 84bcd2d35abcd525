// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/add_fallback_dialog.h"

#include <QComboBox>

#include <algorithm>

namespace gatehouse::ui {

AddFallbackDialog::AddFallbackDialog(const RouteMap &map, const QString &from, const QString &to, QWidget *parent)
    : FormDialog(tr("Add fallback"), tr("Continue"), parent)
    , m_map(map)
    , m_from(new QComboBox)
    , m_when(new QComboBox)
    , m_to(new QComboBox)
{
    for (const RouteGroup &each : map.groups) {
        m_from->addItem(each.name, each.name);
        m_to->addItem(each.name, each.name);
    }
    m_from->addItem(tr("Every other model"), everyOther());
    for (const FallbackKindInfo &each : fallbackKinds()) {
        if (each.kind != FallbackKind::Default)
            m_when->addItem(each.when(), QVariant(int(each.kind)));
    }
    addField(tr("When this fails"), m_from);
    addField(tr("By"), m_when, tr("Without a list of its own, a failure of the other two kinds goes by “Any failure”."));
    addField(tr("This is tried"), m_to, tr("Behind those that are there already; the order can be changed afterwards."));
    m_from->setCurrentIndex(std::max(m_from->findData(from), 0));
    const int other = map.groups.size() > 1 && m_from->currentIndex() == 0 ? 1 : 0;
    m_to->setCurrentIndex(to.isEmpty() ? other : std::max(m_to->findData(to), 0));
    connect(m_from, &QComboBox::currentIndexChanged, this, &AddFallbackDialog::showFrom);
    showFrom();
    connect(this, &FormDialog::submitted, this, [this] {
        setProblem(problem());
        if (problem().isEmpty())
            accept();
    });
}

FallbackKind AddFallbackDialog::kind() const
{
    return from() == everyOther() ? FallbackKind::Default : FallbackKind(m_when->currentData().toInt());
}

QString AddFallbackDialog::from() const
{
    return m_from->currentData().toString();
}

QString AddFallbackDialog::to() const
{
    return m_to->currentData().toString();
}

// Default fallbacks are for any failure.
void AddFallbackDialog::showFrom()
{
    const bool isDefault = from() == everyOther();
    if (isDefault)
        m_when->setCurrentIndex(0);
    m_when->setEnabled(!isDefault);
}

QString AddFallbackDialog::problem() const
{
    if (from() == to())
        return tr("A model cannot stand behind itself.");
    for (const Fallback &each : m_map.siblings(kind(), from())) {
        if (each.to == to())
            return tr("%1 stands in this list already.").arg(to());
    }
    return {};
}

} // namespace gatehouse::ui
