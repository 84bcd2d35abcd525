// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/settings/code_completer.h"

#include "ui/models/plain_tip.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/colours.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qsizetype mostOffers = 100;

enum OfferRole { InsertRole = Qt::UserRole, KindRole };

/// The word, and at the right what kind of value it takes.
class OfferDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        painter->setPen(Colours::of(option.palette).muted);
        painter->drawText(option.rect.adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter, index.data(KindRole).toString());
    }
};

} // namespace

CodeCompleter::CodeCompleter(CodeEdit &edit)
    : QCompleter(&edit)
    , m_edit(edit)
{
    setWidget(&edit);
    setModel(&m_offers);
    setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    setMaxVisibleItems(10);
    popup()->setItemDelegate(new OfferDelegate(popup()));
    popup()->setAccessibleName(tr("What may stand here"));
    edit.setCompleter(this);
    connect(&edit, &CodeEdit::typed, this, [this] { offer(false); });
    connect(&edit, &CodeEdit::completionWished, this, [this] { offer(true); });
    connect(this, QOverload<const QModelIndex &>::of(&QCompleter::activated), this, &CodeCompleter::take);
}

void CodeCompleter::offer(bool asked)
{
    const QTextCursor cursor = m_edit.textCursor();
    const QStringList lines = m_edit.wholeText().split(u'\n');
    m_place = yamlPlaceAt(lines, cursor.blockNumber(), cursor.positionInBlock());
    const bool isEmptyKey = m_place.kind != YamlPlace::Kind::Value && m_place.word.isEmpty();
    const bool isWished = m_schema && m_place.kind != YamlPlace::Kind::Nothing && (asked || !isEmptyKey);
    const QList<YamlOffer> offers = isWished ? m_schema->offers(m_place, lines).mid(0, mostOffers) : QList<YamlOffer>();
    if (offers.isEmpty())
        return popup()->hide();
    m_offers.clear();
    for (const YamlOffer &offer : offers) {
        auto *item = new QStandardItem(offer.word);
        item->setData(offer.insert, InsertRole);
        item->setData(offer.kind, KindRole);
        item->setToolTip(plainTip(offer.help));
        m_offers.appendRow(item);
    }
    show(asked);
}

void CodeCompleter::show(bool asked)
{
    QTextCursor begin = m_edit.textCursor();
    begin.setPosition(begin.block().position() + int(m_place.begin));
    QRect box = m_edit.cursorRect(begin).translated(m_edit.viewport()->pos());
    const int em = m_edit.fontMetrics().averageCharWidth();
    box.setWidth(popup()->sizeHintForColumn(0) + 18 * em + popup()->verticalScrollBar()->sizeHint().width());
    complete(box);
    popup()->setCurrentIndex(asked ? completionModel()->index(0, 0) : QModelIndex());
}

void CodeCompleter::take(const QModelIndex &index)
{
    QTextCursor cursor = m_edit.textCursor();
    QString text = index.data(InsertRole).toString();
    const QString line = cursor.block().text();
    const bool hasColon = line.mid(cursor.positionInBlock()).trimmed().startsWith(u':');
    if (hasColon && text.contains(u':'))
        text = index.data(Qt::DisplayRole).toString(); // the key is only being renamed
    if (m_place.begin > 0 && line.at(m_place.begin - 1) == u':')
        text.prepend(u' ');
    cursor.setPosition(cursor.block().position() + int(m_place.begin), QTextCursor::KeepAnchor);
    cursor.insertText(text);
    m_edit.setTextCursor(cursor);
}

} // namespace gatehouse::ui
