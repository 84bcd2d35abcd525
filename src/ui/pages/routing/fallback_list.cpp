// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/routing/fallback_list.h"

#include "ui/pages/routing/route_map.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/record_view.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QString textIn(const QJsonObject &record, const char *member)
{
    return record.value(QLatin1StringView(member)).toString();
}

std::optional<RecordSign> signOf(const QJsonObject &record)
{
    const QString mood = textIn(record, "mood");
    if (mood.isEmpty())
        return std::nullopt;
    return mood == "bad"_L1 ? RecordSign {Mark::Alert, Mood::Bad} : RecordSign {Mark::Ring, Mood::Idle};
}

constexpr std::array columns = {
    RecordColumn {"from", [] { return QCoreApplication::translate("Routing", "When this fails"); },
        [](const QJsonObject &record) { return textIn(record, "from"); }, 22},
    RecordColumn {"when", [] { return QCoreApplication::translate("Routing", "By"); },
        [](const QJsonObject &record) { return textIn(record, "when"); }, 20},
    //: the position in a list: first, second …
    RecordColumn {"order", [] { return QCoreApplication::translate("Routing", "Order"); },
        [](const QJsonObject &record) { return QLocale().toString(record.value("order"_L1).toInt()); }, 6, Qt::AlignRight,
        [](const QJsonObject &record) { return QVariant(record.value("order"_L1).toInt()); }},
    RecordColumn {"to", [] { return QCoreApplication::translate("Routing", "This is tried"); },
        [](const QJsonObject &record) { return textIn(record, "to"); }, 22},
    RecordColumn {.name = "note",
        .title = [] { return QCoreApplication::translate("Routing", "Note"); },
        .text = [](const QJsonObject &record) { return textIn(record, "note"); },
        .width = 40,
        .sign = signOf,
        .tip = [](const QJsonObject &record) { return textIn(record, "note"); },
        .muted = true},
};

QString noteOf(const Fallback &fallback)
{
    if (!fallback.isKnown)
        return FallbackList::tr("There is no such model: it is passed over");
    if (!fallback.isUsed)
        return FallbackList::tr("Not in use: an earlier entry, or another source, counts");
    if (!fallback.place)
        return FallbackList::tr("Stands in an included file or in the database: change it there");
    if (fallback.isCircle)
        return FallbackList::tr("Leads back in a circle: nobody is tried twice");
    if (!fallback.changes.isEmpty())
        return FallbackList::tr("Changes the request: %1")
            .arg(QString::fromUtf8(QJsonDocument(fallback.changes).toJson(QJsonDocument::Compact)));
    return {};
}

QJsonObject recordOf(const Fallback &fallback, qsizetype siblings)
{
    const QString mood = !fallback.isKnown ? u"bad"_s : !fallback.isUsed || fallback.isCircle ? u"idle"_s : QString();
    return {{u"id"_s, fallback.id()},
        {u"from"_s, fallback.from == everyOther() ? FallbackList::tr("Every other model") : fallback.from},
        {u"when"_s, infoOf(fallback.kind).when()}, {u"order"_s, fallback.order}, {u"to"_s, fallback.to},
        {u"note"_s, noteOf(fallback)}, {u"mood"_s, mood}, {u"editable"_s, fallback.place.has_value()}, {u"siblings"_s, siblings}};
}

QPushButton *quiet(const QString &caption, const QString &keys)
{
    auto *button = new QPushButton(caption);
    button->setToolTip(keys);
    return button;
}

} // namespace

FallbackList::FallbackList(QWidget *parent)
    : QWidget(parent)
    , m_table(columns, u"id"_s)
    , m_view(new RecordView(m_table, tr("Fallbacks")))
    , m_up(quiet(tr("Try earlier"), u"Alt+Up"_s))
    , m_down(quiet(tr("Try later"), u"Alt+Down"_s))
    , m_remove(quiet(tr("Remove"), u"Delete"_s))
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_up, m_down, m_remove})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_view, 1);
    column->addLayout(buttons);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEmptyText(tr("No fallbacks yet. Add one, and requests go on when a model fails."));
    m_view->installEventFilter(this);
    connect(m_view, &RecordView::currentChangedTo, this, [this](const QString &id) {
        updateButtons();
        Q_EMIT currentChangedTo(id);
    });
    connect(m_view, &RecordView::menuWished, this, [this](QMenu *menu) {
        for (QPushButton *button : {m_up, m_down, m_remove})
            menu->addAction(button->text(), button, &QPushButton::click)->setEnabled(button->isEnabled());
    });
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (!currentId().isEmpty())
            Q_EMIT removeWished(currentId());
    });
    updateButtons();
}

void FallbackList::setMap(const RouteMap &map)
{
    QJsonArray records;
    for (const Fallback &each : map.fallbacks)
        records.append(recordOf(each, map.siblings(each.kind, each.from).size()));
    m_table.setRecords(records);
    updateButtons();
}

void FallbackList::setEditable(bool editable)
{
    m_isEditable = editable;
    updateButtons();
}

QString FallbackList::currentId() const
{
    return m_view->currentId();
}

QJsonObject FallbackList::current() const
{
    return m_view->current();
}

void FallbackList::select(const QString &id)
{
    if (id != currentId() && !id.isEmpty())
        m_view->select(id);
}

void FallbackList::setFilter(const QString &text)
{
    m_view->setFilter(text);
}

bool FallbackList::copy()
{
    const QString text = m_view->hasFocus() ? m_view->selectedText() : QString();
    if (!text.isEmpty())
        copyText(text);
    return !text.isEmpty();
}

void FallbackList::updateButtons()
{
    const QJsonObject record = current();
    const bool can = m_isEditable && record.value("editable"_L1).toBool();
    const int order = record.value("order"_L1).toInt();
    m_up->setEnabled(can && order > 1);
    m_down->setEnabled(can && order < record.value("siblings"_L1).toInt());
    m_remove->setEnabled(can);
}

void FallbackList::move(int by)
{
    QPushButton *button = by < 0 ? m_up : m_down;
    if (button->isEnabled())
        Q_EMIT moveWished(currentId(), by);
}

bool FallbackList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isAlt = key->modifiers().testFlag(Qt::AltModifier);
    if (key->key() == Qt::Key_Delete && m_remove->isEnabled())
        m_remove->click();
    else if (isAlt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down))
        move(key->key() == Qt::Key_Up ? -1 : 1);
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

} // namespace gatehouse::ui
