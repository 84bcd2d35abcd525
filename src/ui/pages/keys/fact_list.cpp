// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/keys/fact_list.h"

#include "ui/models/plain_tip.h"
#include "ui/widgets/label.h"

#include <QGridLayout>

namespace gatehouse::ui {

FactList::FactList(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setAccessibleName(title);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(0, 1);
    m_grid->addWidget(makeLabel(Voice::Strong, title), 0, 0, 1, 2);
    hide();
}

void FactList::setLines(const QList<Line> &lines)
{
    while (m_left.size() < lines.size()) {
        auto *left = new ElidedLabel;
        QLabel *right = makeLabel(Voice::Body);
        right->setFont(tabular(right->font()));
        right->setAlignment(Qt::AlignRight);
        m_left.append(left);
        m_right.append(right);
        m_grid->addWidget(left, int(m_left.size()), 0);
        m_grid->addWidget(right, int(m_left.size()), 1);
    }
    for (qsizetype at = 0; at < m_left.size(); ++at) {
        const bool isUsed = at < lines.size();
        m_left[at]->setVisible(isUsed);
        m_right[at]->setVisible(isUsed);
        if (!isUsed)
            continue;
        m_left[at]->setWholeText(lines[at].left);
        m_right[at]->setText(lines[at].right);
        m_right[at]->setToolTip(plainTip(lines[at].tip));
    }
    setVisible(!lines.isEmpty());
}

} // namespace gatehouse::ui
