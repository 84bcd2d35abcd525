// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/code_edit.h"

#include "ui/models/plain_tip.h"
#include "ui/models/text_merge.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/label.h"
#include "ui/widgets/mark.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHelpEvent>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int mostUnderlines = 200;

/// The strip with the numbers; only hands its painting on.
class Margin : public QWidget
{
public:
    explicit Margin(CodeEdit *edit)
        : QWidget(edit)
        , m_edit(edit)
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_edit->paintMargin(event); }

private:
    CodeEdit *m_edit;
};

} // namespace

CodeEdit::CodeEdit(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_margin(new Margin(this))
{
    setProperty("role", u"code"_s);
    setLineWrapMode(NoWrap);
    setFont(fixedFont(this));
    setTabStopDistance(fontMetrics().horizontalAdvance(u' ') * 2);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeEdit::placeMargin);
    connect(this, &QPlainTextEdit::updateRequest, m_margin, [this](const QRect &part, int way) {
        way != 0 ? m_margin->scroll(0, way) : m_margin->update(0, part.top(), m_margin->width(), part.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &CodeEdit::dress);
    connect(this, &QPlainTextEdit::cursorPositionChanged, m_margin, QOverload<>::of(&QWidget::update));
    placeMargin();
}

QString CodeEdit::wholeText() const
{
    // toPlainText() would make plain spaces of those that do not break.
    return document()->toRawText().replace(QChar::ParagraphSeparator, u'\n');
}

void CodeEdit::beginWith(const QString &text)
{
    setPlainText(text);
    document()->setModified(false);
    m_signs.clear();
    dress();
}

void CodeEdit::changeTo(const QString &text)
{
    const QString now = wholeText();
    QString then = text;
    then.replace("\r\n"_L1, "\n"_L1);
    const TextDifference difference = differenceOf(now, then);
    if (difference.before == now.size() && now.size() == then.size())
        return;
    QTextCursor cursor(document());
    cursor.setPosition(int(difference.before));
    cursor.setPosition(int(now.size() - difference.after), QTextCursor::KeepAnchor);
    cursor.insertText(then.mid(difference.before, then.size() - difference.after - difference.before));
}

void CodeEdit::setSigns(const QList<CodeSign> &signs)
{
    m_signs = signs;
    dress();
    m_margin->update();
}

void CodeEdit::goTo(int line, int column)
{
    const QTextBlock block = document()->findBlockByNumber(std::clamp(line, 1, document()->blockCount()) - 1);
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + std::clamp(column - 1, 0, block.length() - 1));
    setTextCursor(cursor);
    centerCursor();
}

int CodeEdit::marginWidth() const
{
    const auto digits = std::max<qsizetype>(3, QString::number(document()->blockCount()).size());
    return int(fontMetrics().horizontalAdvance(u'9') * (digits + 1)) + fontMetrics().height();
}

void CodeEdit::placeMargin()
{
    setViewportMargins(marginWidth(), 0, 0, 0);
    const QRect inside = viewport()->geometry();
    m_margin->setGeometry(inside.left() - marginWidth(), inside.top(), marginWidth(), inside.height());
}

void CodeEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeMargin();
}

void CodeEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

void CodeEdit::paintMargin(QPaintEvent *event)
{
    const Colours &colours = Colours::of(palette());
    const int size = fontMetrics().height();
    const int current = textCursor().blockNumber();
    QPainter painter(m_margin);
    painter.setFont(font());
    QTextBlock block = firstVisibleBlock();
    QRectF box = blockBoundingGeometry(block).translated(contentOffset());
    for (; block.isValid() && box.top() <= event->rect().bottom(); block = block.next()) {
        box.setHeight(blockBoundingRect(block).height());
        painter.setPen(block.blockNumber() == current ? colours.text : colours.muted);
        const QRectF place(0, box.top(), marginWidth() - size / 2.0, size);
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, QString::number(block.blockNumber() + 1));
        const int line = block.blockNumber() + 1;
        const auto isHere = [line](const CodeSign &sign) { return sign.line == line; };
        if (const auto sign = std::find_if(m_signs.cbegin(), m_signs.cend(), isHere); sign != m_signs.cend())
            paintMark(painter, sign->isError ? Mark::Cross : Mark::Alert, QRectF(1, box.top() + 2, size - 4, size - 4),
                sign->isError ? colours.bad : colours.warn, colours.inset);
        box.translate(0, box.height());
    }
}

QTextCursor CodeEdit::placeOf(const CodeSign &sign) const
{
    const QTextBlock block = document()->findBlockByNumber(sign.line - 1);
    const QString text = block.text();
    qsizetype begin = std::min<qsizetype>(sign.column > 0 ? sign.column - 1 : 0, text.size());
    qsizetype end = text.size();
    while (end > begin && text.at(end - 1).isSpace())
        --end;
    while (begin < end && text.at(begin).isSpace())
        ++begin;
    if (begin == end) // behind the line's end: what stands before it
        begin = std::max<qsizetype>(0, end - 1);
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + int(begin));
    cursor.setPosition(block.position() + int(end), QTextCursor::KeepAnchor);
    return cursor;
}

void CodeEdit::dress()
{
    const Colours &colours = Colours::of(palette());
    QList<QTextEdit::ExtraSelection> marks;
    QTextEdit::ExtraSelection current;
    current.cursor = textCursor();
    current.cursor.clearSelection();
    current.format.setBackground(blend(colours.accent, colours.inset, 0.07));
    current.format.setProperty(QTextFormat::FullWidthSelection, true);
    marks.append(current);
    for (const CodeSign &sign : m_signs.mid(0, mostUnderlines)) {
        if (sign.line < 1 || sign.line > document()->blockCount())
            continue;
        QTextEdit::ExtraSelection wave;
        wave.cursor = placeOf(sign);
        wave.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wave.format.setUnderlineColor(sign.isError ? colours.bad : colours.warn);
        marks.append(wave);
    }
    setExtraSelections(marks);
}

QString CodeEdit::signsAt(int line) const
{
    QStringList texts;
    for (const CodeSign &sign : m_signs) {
        if (sign.line == line)
            texts.append(sign.text);
    }
    return texts.join(u'\n');
}

bool CodeEdit::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int line = cursorForPosition(viewport()->mapFrom(this, help->pos())).blockNumber() + 1;
    QToolTip::showText(help->globalPos(), plainTip(signsAt(line)), this); // hides it where there are none
    return true;
}

} // namespace gatehouse::ui
