// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/keys/account_detail.h"

#include "ui/api/poll.h"
#include "ui/models/text.h"
#include "ui/pages/keys/account.h"
#include "ui/pages/keys/budget_box.h"
#include "ui/pages/keys/columns.h"
#include "ui/pages/keys/fact_list.h"
#include "ui/pages/keys/spend_box.h"
#include "ui/session.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pill.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

struct Word {
    const char *key;
    const char *word;
};

constexpr Word changes[] = {
    {"created", QT_TRANSLATE_NOOP("Changes", "created")},
    {"updated", QT_TRANSLATE_NOOP("Changes", "changed")},
    {"deleted", QT_TRANSLATE_NOOP("Changes", "deleted")},
    {"blocked", QT_TRANSLATE_NOOP("Changes", "blocked")},
    {"unblocked", QT_TRANSLATE_NOOP("Changes", "unblocked")},
    {"rotated", QT_TRANSLATE_NOOP("Changes", "rotated")},
};

constexpr Word referrerWords[] = {
    {"key", QT_TRANSLATE_NOOP("Referrers", "Key")},
    {"customer", QT_TRANSLATE_NOOP("Referrers", "Customer")},
    {"tag", QT_TRANSLATE_NOOP("Referrers", "Tag")},
    {"member", QT_TRANSLATE_NOOP("Referrers", "Member of a team")},
    {"organization", QT_TRANSLATE_NOOP("Referrers", "Organization")},
    {"organization_member", QT_TRANSLATE_NOOP("Referrers", "Member of an organization")},
    {"project", QT_TRANSLATE_NOOP("Referrers", "Project")},
};

template <std::size_t count> QString wordOf(const Word (&words)[count], const char *context, const QString &key)
{
    const auto found =
        std::find_if(std::begin(words), std::end(words), [&key](const Word &each) { return key == QLatin1StringView(each.key); });
    return found == std::end(words) ? key : QCoreApplication::translate(context, found->word);
}

/// The user that the gateway writes down where the master key was used; there is nobody of that name.
constexpr QLatin1StringView masterUser {"default_user_id"};

QString changeText(const QString &action, const QString &who)
{
    const QString what = wordOf(changes, "Changes", action);
    if (who.isEmpty())
        return what;
    if (who == masterUser) //: a change in a list: %1 says what ("blocked")
        return QCoreApplication::translate("Changes", "%1 with the master key").arg(what);
    //: a change in a list: %1 says what ("blocked"), %2 who did it
    return QCoreApplication::translate("Changes", "%1 by %2").arg(what, who);
}

/// Where it belongs: what the columns have no room for.
QString originOf(const QJsonObject &record)
{
    QStringList parts;
    for (const char *name : {"key_name", "team_alias", "user_id", "user_email", "default_model"}) {
        const QString text = record.value(QLatin1StringView(name)).toString();
        if (!text.isEmpty() && text != accountName(record) && text != masterUser)
            parts.append(text);
    }
    if (const QString role = record.value("user_role"_L1).toString(); !role.isEmpty())
        parts.append(roleWord(role));
    return parts.join(u" · "_s);
}

} // namespace

AccountDetail::AccountDetail(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_name(new ElidedLabel)
    , m_origin(new ElidedLabel)
    , m_state(new Pill)
    , m_edit(new QPushButton(tr("Edit…")))
    , m_menu(new QMenu(this))
    , m_budget(new BudgetBox)
    , m_spend(new SpendBox(session))
    , m_referrers(new FactList(tr("Used by")))
    , m_changes(new FactList(tr("Changes")))
    , m_changesPoll(nullptr)
{
    setProperty("role", u"card"_s);
    setAccessibleName(tr("Selected"));
    setVoice(m_name, Voice::Heading);
    m_origin->setProperty("role", u"muted"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 4, 12);
    column->setSpacing(8);
    column->addWidget(makeHead());
    column->addWidget(makeBody(), 1);
}

QWidget *AccountDetail::makeHead()
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 12, 0);
    column->setSpacing(6);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *close = new QPushButton(tr("Close"));
    close->setProperty("role", u"quiet"_s);
    close->setToolTip(tr("Close (Esc)"));
    row->addWidget(m_name, 1);
    row->addWidget(close);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    auto *more = new QPushButton(tr("Actions"));
    connect(more, &QPushButton::clicked, this, [this, more] { m_menu->popup(more->mapToGlobal(QPoint(0, more->height()))); });
    buttons->addWidget(m_state);
    buttons->addStretch(1);
    buttons->addWidget(m_edit);
    buttons->addWidget(more);
    column->addLayout(row);
    column->addWidget(m_origin);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &AccountDetail::closed);
    connect(m_edit, &QPushButton::clicked, this, &AccountDetail::editWished);
    return head;
}

QWidget *AccountDetail::makeBody()
{
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 4, 12, 0);
    column->setSpacing(18);
    for (QWidget *each : std::initializer_list<QWidget *> {m_budget, m_spend, m_referrers, m_changes})
        column->addWidget(each);
    column->addStretch(1);
    auto *area = new QScrollArea;
    area->setWidget(body);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFrameShape(QFrame::NoFrame);
    area->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    return area;
}

void AccountDetail::setMayChange(bool may)
{
    m_edit->setVisible(may);
}

void AccountDetail::setRecord(const AccountSection &section, const QJsonObject &record, const QDateTime &now)
{
    const QLatin1StringView idKey(section.idKey);
    const bool isOther = m_section != &section || record.value(idKey) != m_record.value(idKey);
    m_section = &section;
    m_record = record;
    const AccountState state = accountState(record, now);
    const RecordSign sign = accountStateSign(state);
    m_name->setWholeText(accountName(record));
    m_origin->setWholeText(originOf(record));
    m_origin->setVisible(!m_origin->wholeText().isEmpty());
    m_state->setState(sign.mark, sign.mood, accountStateWord(state));
    m_state->setVisible(section.spender != nullptr);
    m_budget->setRecord(record, section.spender != nullptr);
    showReferrers();
    m_spend->setAccount(section, record.value(idKey).toString(), now.date()); // another day may have begun
    if (isOther) {
        m_changes->setLines({});
        askForChanges();
    }
}

void AccountDetail::askForChanges()
{
    const QString id = m_record.value(QLatin1StringView(m_section->idKey)).toString();
    QUrlQuery query;
    query.addQueryItem(u"object_id"_s, QString::fromLatin1(QUrl::toPercentEncoding(id)));
    query.addQueryItem(u"page_size"_s, u"8"_s);
    if (!m_changesPoll) {
        m_changesPoll = new Poll(m_session, u"/audit"_s, std::chrono::seconds(15), this);
        connect(m_changesPoll, &Poll::answered, this, &AccountDetail::showChanges);
        connect(&m_session.events(), &EventFeed::happened, m_changesPoll, [this](const QString &name) {
            if (name == "record_changed"_L1)
                m_changesPoll->ask();
        });
    }
    m_changesPoll->setQuery(query);
}

void AccountDetail::showChanges(const Answer &answer)
{
    QList<FactList::Line> lines;
    for (const QJsonValue each : answer.json.object().value("audit_logs"_L1).toArray()) {
        const QJsonObject entry = each.toObject();
        const QDateTime when = QDateTime::fromString(entry.value("updated_at"_L1).toString(), Qt::ISODate);
        const QString text = changeText(entry.value("action"_L1).toString(), entry.value("changed_by"_L1).toString());
        lines.append({text, timeText(when), fullTimeText(when)});
    }
    m_changes->setLines(lines); // a key that may not look at the log has none
}

void AccountDetail::showReferrers()
{
    const QJsonObject referrers = m_record.value("referrers"_L1).toObject();
    QList<FactList::Line> lines;
    for (const QJsonValue each : referrers.value("first"_L1).toArray()) {
        const QJsonObject one = each.toObject();
        lines.append({one.value("name"_L1).toString(), wordOf(referrerWords, "Referrers", one.value("kind"_L1).toString())});
    }
    m_referrers->setLines(lines);
}

} // namespace gatehouse::ui
