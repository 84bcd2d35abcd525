// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// What keys do in a CodeEdit beside writing.
#include "ui/widgets/code_edit.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int step = 2;

qsizetype spacesBefore(const QString &text)
{
    const auto isNoSpace = [](QChar c) { return c != u' '; };
    return std::find_if(text.cbegin(), text.cend(), isNoSpace) - text.cbegin();
}

/// How far the line after this one is likely to be indented.
qsizetype nextIndent(const QString &before)
{
    qsizetype indent = spacesBefore(before);
    const QString said = before.trimmed();
    const bool opens = said.endsWith(u':') && !said.startsWith(u'#');
    while (before.mid(indent, 2) == "- "_L1 && said.contains(u':'))
        indent += step;
    return opens ? indent + step : indent;
}

QList<QTextBlock> blocksOf(const QTextCursor &cursor)
{
    QList<QTextBlock> blocks;
    const QTextDocument *document = cursor.document();
    const int end = cursor.selectionEnd();
    for (QTextBlock block = document->findBlock(cursor.selectionStart()); block.isValid(); block = block.next()) {
        if (!blocks.isEmpty() && block.position() >= end)
            break;
        blocks.append(block);
    }
    return blocks;
}

} // namespace

bool CodeEdit::leaveToCompleter(QKeyEvent *event)
{
    if (!m_completer || !m_completer->popup()->isVisible())
        return false;
    QAbstractItemView *list = m_completer->popup();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !list->currentIndex().isValid()) {
        list->hide(); // nothing was chosen: the line ends
        return false;
    }
    if (event->key() == Qt::Key_Tab && !list->currentIndex().isValid()) {
        list->hide(); // the completer has looked already which one was chosen
        Q_EMIT m_completer->activated(list->model()->index(0, 0));
        return true;
    }
    const bool isChoice =
        isEnter || event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab || event->key() == Qt::Key_Escape;
    if (isChoice)
        event->ignore();
    return isChoice;
}

bool CodeEdit::takeKey(QKeyEvent *event)
{
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (event->key() == Qt::Key_F6) {
        event->modifiers() & Qt::ShiftModifier ? focusPreviousChild() : focusNextChild();
        return true;
    }
    if (isReadOnly())
        return false;
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        Q_EMIT completionWished();
        return true;
    }
    if (event->key() == Qt::Key_Slash && event->modifiers() == Qt::ControlModifier) {
        toggleComment();
        return true;
    }
    if (!isPlain)
        return false;
    switch (event->key()) {
    case Qt::Key_Tab: indent(1); return true;
    case Qt::Key_Backtab: indent(-1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: breakLine(); return true;
    default: return false;
    }
}

void CodeEdit::keyPressEvent(QKeyEvent *event)
{
    if (leaveToCompleter(event) || takeKey(event))
        return;
    QPlainTextEdit::keyPressEvent(event);
    const bool isWritten = !event->text().isEmpty() && event->text().front().isPrint();
    if (!isReadOnly() && (isWritten || event->key() == Qt::Key_Backspace))
        Q_EMIT typed();
}

void CodeEdit::breakLine()
{
    QTextCursor cursor = textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    cursor.insertText(u'\n' + QString(nextIndent(before), u' '));
    setTextCursor(cursor);
    ensureCursorVisible();
}

void CodeEdit::indent(int way)
{
    QTextCursor cursor = textCursor();
    if (way > 0 && !cursor.hasSelection())
        return cursor.insertText(QString(step - cursor.positionInBlock() % step, u' '));
    cursor.beginEditBlock();
    for (const QTextBlock &block : blocksOf(cursor)) {
        QTextCursor at(block);
        if (way > 0)
            at.insertText(QString(step, u' '));
        for (qsizetype left = std::min<qsizetype>(step, spacesBefore(block.text())); way < 0 && left > 0; --left)
            at.deleteChar();
    }
    cursor.endEditBlock();
}

void CodeEdit::toggleComment()
{
    QTextCursor cursor = textCursor();
    const QList<QTextBlock> blocks = blocksOf(cursor);
    const auto isComment = [](const QTextBlock &block) {
        return block.text().trimmed().startsWith(u'#') || block.text().trimmed().isEmpty();
    };
    const bool uncomment = std::all_of(blocks.cbegin(), blocks.cend(), isComment);
    cursor.beginEditBlock();
    for (const QTextBlock &block : blocks) {
        QTextCursor at(block);
        at.setPosition(block.position() + int(spacesBefore(block.text())));
        const QString text = block.text().trimmed();
        for (int left = text.startsWith("# "_L1) ? 2 : int(text.startsWith(u'#')); uncomment && left > 0; --left)
            at.deleteChar();
        if (!uncomment && !text.isEmpty())
            at.insertText(u"# "_s);
    }
    cursor.endEditBlock();
}

} // namespace gatehouse::ui
