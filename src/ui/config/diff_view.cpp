// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/config/diff_view.h"

#include "ui/widgets/colours.h"
#include "ui/widgets/label.h"

#include <QEvent>
#include <QJsonArray>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

int kindOf(const QJsonObject &line)
{
    const QString kind = line.value("kind"_L1).toString();
    return kind == "added"_L1 ? 1 : kind == "removed"_L1 ? -1 : 0;
}

QString textOf(const QJsonObject &line)
{
    const int kind = kindOf(line);
    const QString number = QString::number(line.value(kind < 0 ? "old"_L1 : "new"_L1).toInt());
    const QChar sign = kind > 0 ? u'+' : kind < 0 ? u'-' : u' ';
    return number.rightJustified(5) + u"  "_s + sign + u' ' + line.value("text"_L1).toString();
}

} // namespace

DiffView::DiffView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setProperty("role", u"code"_s);
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("What changes in the file"));
    setFont(fixedFont(this));
}

void DiffView::setDiff(const QJsonObject &diff)
{
    QStringList lines;
    m_kinds.clear();
    for (const QJsonValue hunk : diff.value("hunks"_L1).toArray()) {
        if (!lines.isEmpty()) {
            lines.append(u"    ⋯"_s);
            m_kinds.append(2);
        }
        for (const QJsonValue line : hunk["lines"_L1].toArray()) {
            lines.append(textOf(line.toObject()));
            m_kinds.append(kindOf(line.toObject()));
        }
    }
    setPlainText(lines.join(u'\n'));
    dress();
}

void DiffView::dress()
{
    const Colours &colours = Colours::of(palette());
    QList<QTextEdit::ExtraSelection> grounds;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const int kind = m_kinds.value(block.blockNumber());
        if (kind == 0)
            continue;
        QTextEdit::ExtraSelection ground;
        ground.cursor = QTextCursor(block);
        ground.format.setProperty(QTextFormat::FullWidthSelection, true);
        if (kind == 2)
            ground.format.setForeground(colours.muted);
        else
            ground.format.setBackground(blend(kind > 0 ? colours.good : colours.bad, colours.inset, 0.16));
        grounds.append(ground);
    }
    setExtraSelections(grounds);
}

void DiffView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

} // namespace gatehouse::ui
