// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/traffic/conversation_tab.h"

#include "ui/background.h"
#include "ui/pages/traffic/prose_view.h"
#include "ui/widgets/colours.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLocale>
#include <QScrollBar>
#include <QUrl>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr qsizetype shortText = 4000;    ///< characters that are shown without asking
constexpr qsizetype mostOfText = 200000; ///< of one text, once it is unfolded
constexpr qsizetype mostOfAll = 400000;

struct Role {
    QLatin1StringView name;
    QString (*title)();
    QColor Colours::*colour;
};

const std::array roles = {
    Role {"system"_L1, [] { return QCoreApplication::translate("ConversationTab", "System"); }, &Colours::muted},
    Role {"developer"_L1, [] { return QCoreApplication::translate("ConversationTab", "Developer"); }, &Colours::muted},
    //: who wrote a message to a model
    Role {"user"_L1, [] { return QCoreApplication::translate("ConversationTab", "User"); }, &Colours::accent},
    //: who wrote a message: the model
    Role {"assistant"_L1, [] { return QCoreApplication::translate("ConversationTab", "Assistant"); }, &Colours::good},
    //: who wrote a message: a tool that the model called
    Role {"tool"_L1, [] { return QCoreApplication::translate("ConversationTab", "Tool"); }, &Colours::warn},
};

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace

ConversationTab::ConversationTab(QWidget *parent)
    : RecordTab(parent)
    , m_view(new ProseView)
{
    m_view->setAccessibleName(tr("Conversation"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    connect(m_view, &QTextBrowser::anchorClicked, this, [this](const QUrl &place) {
        const int scrolled = m_view->verticalScrollBar()->value();
        m_open.insert(place.path());
        showAll();
        m_view->verticalScrollBar()->setValue(scrolled);
    });
}

void ConversationTab::setRecord(const SharedRecord &record)
{
    if (record == m_record)
        return;
    if (!m_record || m_record->row.callId != record->row.callId) {
        m_open.clear();
        m_view->empty();
    }
    m_record = record;
    inBackground(
        this, [record] { return conversationOf(*record); },
        [this, record](const QList<SaidMessage> &said) {
            if (record != m_record)
                return; // another one was chosen in the meantime
            m_said = said;
            showAll();
        });
}

void ConversationTab::showAll()
{
    m_view->empty();
    m_room = mostOfAll;
    if (m_record->isHidden)
        m_view->addText(
            tr("What was said is hidden by the configuration; only its shape is left."), Colours::of(palette()).muted);
    for (qsizetype at = 0; at < m_said.size() && m_room > 0; ++at)
        showMessage(m_said[at], at);
    if (m_said.isEmpty())
        m_view->addText(
            tr("Nothing was said here in a form that is known. The wires have it as it passed."), Colours::of(palette()).muted);
    if (m_room <= 0)
        m_view->addText(tr("The rest is too long to be shown. The wires have it, and the export has all of it."),
            Colours::of(palette()).muted);
    m_view->moveCursor(QTextCursor::Start);
}

void ConversationTab::showMessage(const SaidMessage &message, qsizetype number)
{
    const Colours &colours = Colours::of(palette());
    QString title = message.role;
    QColor colour = colours.text;
    for (const Role &role : roles) {
        if (message.role == role.name) {
            title = role.title();
            colour = colours.*role.colour;
        }
    }
    //: beside a role, of the message that came back
    m_view->addHeading(message.isAnswer ? tr("%1 (answer)").arg(title) : title, colour);
    for (qsizetype at = 0; at < message.parts.size(); ++at)
        showPart(message.parts[at], u"%1.%2"_s.arg(number).arg(at));
}

void ConversationTab::showPart(const SaidPart &part, const QString &place)
{
    using Kind = SaidPart::Kind;
    const QColor muted = Colours::of(palette()).muted;
    switch (part.kind) {
    case Kind::Text: return showLong(part.text, place, false);
    case Kind::Reasoning:
        if (!m_open.contains(place))
            return m_view->addLink(tr("Show the reasoning, %n character(s)", nullptr, int(part.text.size())), place);
        m_view->addText(tr("Reasoning"), muted);
        return showLong(part.text, place, false);
    case Kind::ToolCall: //: %1 is the name of a tool
        m_view->addText(tr("Calls the tool %1").arg(part.name), muted);
        return showLong(part.text, place + u'c', true);
    case Kind::ToolResult: //: %1 is the name of a call
        m_view->addText(tr("Result of %1").arg(part.name), muted);
        return showLong(part.text, place + u'r', true);
    case Kind::File:
        return m_view->addText(part.bytes > 0 ? u"▣ %1, %2"_s.arg(part.name, sizeText(part.bytes)) : u"▣ "_s + part.name, muted);
    case Kind::Other: m_view->addText(part.name, muted); return showLong(part.text, place, true);
    }
}

void ConversationTab::showLong(const QString &text, const QString &place, bool isCode)
{
    const bool open = m_open.contains(place + u"+"_s);
    const QString shown = text.left(std::min(open ? mostOfText : shortText, std::max<qsizetype>(0, m_room)));
    m_room -= std::max<qsizetype>(shown.size(), 1);
    if (!shown.isEmpty())
        isCode ? m_view->addCode(shown) : m_view->addText(shown);
    if (shown.size() < text.size() && !open)
        m_view->addLink(tr("Show all %n character(s)", nullptr, int(text.size())), place + u"+"_s);
}

void ConversationTab::changeEvent(QEvent *event)
{
    RecordTab::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_record)
        showAll();
}

} // namespace gatehouse::ui
