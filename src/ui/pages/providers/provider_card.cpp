// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/providers/provider_card.h"

#include "ui/models/deployment_state.h"
#include "ui/pages/models/model_columns.h"
#include "ui/pages/models/provider_icon.h"
#include "ui/pages/providers/provider_cards.h"
#include "ui/widgets/colours.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_line.h"
#include "ui/widgets/pill.h"

#include <QEvent>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

ProviderCard::ProviderCard(QWidget *parent)
    : QFrame(parent)
    , m_picture(new QLabel)
    , m_title(new ElidedLabel)
    , m_state(new Pill)
    , m_dialects(new ElidedLabel)
    , m_lock(new QLabel)
    , m_key(new ElidedLabel)
    , m_figures(makeLabel(Voice::Muted))
    , m_message(new MessageLine)
{
    setProperty("role", u"card"_s);
    setVoice(m_title, Voice::Strong);
    setVoice(m_dialects, Voice::Small);
    auto *keyRow = new QHBoxLayout;
    keyRow->setSpacing(6);
    keyRow->addWidget(m_lock);
    keyRow->addWidget(m_key, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(8);
    column->addWidget(makeHead());
    column->addLayout(keyRow);
    column->addWidget(m_figures);
    column->addWidget(m_message);
    column->addStretch(1);
    column->addWidget(makeButtons());
}

QWidget *ProviderCard::makeHead()
{
    auto *head = new QWidget;
    auto *names = new QVBoxLayout;
    names->setSpacing(1);
    names->addWidget(m_title);
    names->addWidget(m_dialects);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(m_picture);
    row->addLayout(names, 1);
    row->addWidget(m_state, 0, Qt::AlignTop);
    return head;
}

QWidget *ProviderCard::makeButtons()
{
    auto *buttons = new QWidget;
    m_test = new QPushButton(tr("Test key"));
    m_discover = new QPushButton(tr("Add models…"));
    m_more = new QToolButton;
    m_more->setText(tr("More"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Ignored); // as high as its neighbours
    auto *menu = new QMenu(m_more);
    m_more->setMenu(menu);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_test);
    row->addWidget(m_discover);
    row->addStretch(1);
    row->addWidget(m_more);
    connect(m_test, &QPushButton::clicked, this, &ProviderCard::testWished);
    connect(m_discover, &QPushButton::clicked, this, &ProviderCard::discoverWished);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        Q_EMIT menuWished(menu);
    });
    return buttons;
}

void ProviderCard::setRecord(const QJsonObject &card)
{
    if (card == m_card)
        return;
    m_card = card;
    const QString title = card.value("title"_L1).toString(), kind = card.value("key_kind"_L1).toString();
    setAccessibleName(title);
    m_title->setWholeText(title);
    m_dialects->setWholeText(card.value("dialects"_L1).toString());
    const bool needsKey = card.value("record"_L1)["needs_key"_L1].toBool(true);
    m_key->setWholeText(kind != "none"_L1 ? keyPlaceText(card) : needsKey ? tr("No key") : tr("Needs no key"));
    m_figures->setText(figuresText(card));
    m_test->setEnabled(card.value("can_ask"_L1).toBool() || card.value("deployments"_L1).toInt() > 0);
    for (QWidget *button : {static_cast<QWidget *>(m_test), static_cast<QWidget *>(m_discover), static_cast<QWidget *>(m_more)})
        button->setAccessibleDescription(title);
    showState();
    showPictures();
}

void ProviderCard::showState()
{
    const QString key = m_card.value("state"_L1).toString();
    if (const DeploymentState *state = deploymentState(key))
        m_state->setState(state->mark, state->mood, state->word());
    else if (key.isEmpty())
        m_state->setState(Mark::Ring, Mood::Idle, tr("Not used yet"));
}

void ProviderCard::showPictures()
{
    m_picture->setPixmap(providerPicture(m_card.value("title"_L1).toString(), fontMetrics().height() * 2, *this));
    const Colours &colours = Colours::of(palette());
    const QString kind = m_card.value("key_kind"_L1).toString();
    const bool isOpen = kind == "text"_L1;
    const QColor colour = isOpen ? colours.warn : colours.muted;
    m_lock->setPixmap(tintedPicture(
        isOpen ? u":/icons/lock-open.svg"_s : u":/icons/lock.svg"_s, fontMetrics().height(), devicePixelRatioF(), colour));
    m_lock->setVisible(kind != "none"_L1);
}

void ProviderCard::setBusy(const QString &sentence)
{
    m_test->setEnabled(false);
    m_message->say(Mood::Busy, sentence);
}

void ProviderCard::setDone(bool isWell, const QString &sentence)
{
    m_test->setEnabled(true);
    m_message->say(isWell ? Mood::Good : Mood::Bad, sentence);
}

void ProviderCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showPictures();
}

} // namespace gatehouse::ui
