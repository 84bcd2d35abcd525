// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/find_bar.h"

#include "ui/widgets/code_edit.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

FindBar::FindBar(CodeEdit &edit, QWidget *parent)
    : QFrame(parent)
    , m_edit(edit)
    , m_field(new QLineEdit)
    , m_count(makeLabel(Voice::Muted))
{
    m_field->setPlaceholderText(tr("Find, or :12 for a line"));
    m_field->setAccessibleName(tr("Find in the file"));
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_field, 1);
    row->addWidget(m_count);
    const auto add = [this, row](const QString &caption, auto act) {
        auto *button = new QPushButton(caption);
        connect(button, &QPushButton::clicked, this, act);
        row->addWidget(button);
    };
    //: of the places where a word was found
    add(tr("Previous"), [this] { findNext(true); });
    //: of the places where a word was found
    add(tr("Next"), [this] { findNext(); });
    add(tr("Close"), [this] { close(); });
    connect(m_field, &QLineEdit::textEdited, this, &FindBar::search);
    hide();
}

void FindBar::open()
{
    m_begin = m_edit.textCursor().selectionStart();
    const QString selected = m_edit.textCursor().selectedText();
    show();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        m_field->setText(selected);
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    showCount();
}

void FindBar::openForLine()
{
    open();
    m_field->setText(u":"_s);
    m_field->end(false);
    showCount();
}

void FindBar::close()
{
    hide();
    m_edit.setFocus();
}

void FindBar::search()
{
    const QString word = m_field->text();
    if (word.startsWith(u':')) {
        if (const int line = QStringView(word).mid(1).trimmed().toInt(); line > 0)
            m_edit.goTo(line);
    } else if (!word.isEmpty()) {
        find(m_begin, false);
    }
    showCount();
}

void FindBar::findNext(bool backward)
{
    const QTextCursor cursor = m_edit.textCursor();
    if (m_field->text().isEmpty())
        return open();
    if (!m_field->text().startsWith(u':'))
        find(backward ? cursor.selectionStart() : cursor.selectionEnd(), backward);
    showCount();
}

bool FindBar::find(int from, bool backward)
{
    const QTextDocument *document = m_edit.document();
    const QTextDocument::FindFlags way = backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    QTextCursor found = document->find(m_field->text(), from, way);
    if (found.isNull())
        found = document->find(m_field->text(), backward ? document->characterCount() - 1 : 0, way);
    if (found.isNull())
        return false;
    m_edit.setTextCursor(found);
    m_edit.centerCursor();
    return true;
}

void FindBar::showCount()
{
    const QString word = m_field->text();
    const bool isWord = !word.isEmpty() && !word.startsWith(u':');
    const QString text = isWord ? m_edit.wholeText() : QString();
    const qsizetype all = isWord ? text.count(word, Qt::CaseInsensitive) : 0;
    const qsizetype before =
        isWord ? QStringView(text).left(m_edit.textCursor().selectionEnd()).count(word, Qt::CaseInsensitive) : 0;
    //: places where a word was found: this one, and how many there are
    const QString place = tr("%1 of %2").arg(before).arg(all);
    m_count->setText(!isWord ? QString() : all == 0 ? tr("Not found") : place);
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != m_field || !isKey)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!isEnter && key->key() != Qt::Key_Escape)
        return false;
    event->accept(); // Escape is this field's, not the window's
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    const bool goesToLine = m_field->text().startsWith(u':');
    if (!isEnter || goesToLine)
        close();
    else
        findNext(key->modifiers() & Qt::ShiftModifier);
    return true;
}

} // namespace gatehouse::ui
