// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/traffic/prose_view.h"

#include "ui/widgets/label.h"

#include <QScrollBar>
#include <QTextBlockFormat>
#include <QTextCharFormat>
#include <QTextCursor>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int usualInset = 12; ///< pixels, of what stands below a heading

} // namespace

ProseView::ProseView(QWidget *parent)
    : QTextBrowser(parent)
    , m_inset(usualInset)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    document()->setDocumentMargin(8);
}

void ProseView::empty()
{
    document()->clear();
}

void ProseView::addBlock(const QString &text, const QTextCharFormat &look, int indent, int above)
{
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    QTextBlockFormat block;
    block.setLeftMargin(indent);
    block.setTopMargin(document()->isEmpty() ? 0 : above);
    if (document()->isEmpty())
        cursor.setBlockFormat(block);
    else
        cursor.insertBlock(block);
    // One block with line breaks in it: its margins count once.
    QString lines = text;
    lines.replace(u"\r\n"_s, u"\n"_s).replace(u'\n', QChar::LineSeparator);
    cursor.insertText(lines, look);
}

void ProseView::addHeading(const QString &text, const QColor &colour)
{
    QTextCharFormat look;
    look.setFontWeight(QFont::DemiBold);
    if (colour.isValid())
        look.setForeground(colour);
    addBlock(text, look, 0, 12);
}

void ProseView::addText(const QString &text, const QColor &colour)
{
    QTextCharFormat look;
    if (colour.isValid())
        look.setForeground(colour);
    addBlock(text, look, m_inset, 3);
}

void ProseView::grow(const QString &text, const QColor &colour)
{
    const QScrollBar *bar = verticalScrollBar();
    const bool follows = bar->value() >= bar->maximum() - fontMetrics().height();
    QTextCharFormat look;
    if (colour.isValid())
        look.setForeground(colour);
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    // Line ends begin a block here: a block that grows is laid out anew from its beginning.
    cursor.insertText(text, look);
    if (follows)
        verticalScrollBar()->setValue(bar->maximum());
}

void ProseView::addCode(const QString &text)
{
    QTextCharFormat look;
    look.setFont(fixedFont(this));
    addBlock(text, look, m_inset, 3);
}

void ProseView::addBullet(const QString &text)
{
    addBlock(u"•  "_s + text, {}, m_inset, 3);
}

void ProseView::addLink(const QString &text, const QString &target)
{
    QTextCharFormat look;
    look.setAnchor(true);
    look.setAnchorHref(u"fold:"_s + target); // with a scheme: nothing looks for a file of that name
    look.setForeground(palette().link());
    addBlock(text, look, m_inset, 3);
}

} // namespace gatehouse::ui
