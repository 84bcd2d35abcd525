// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/keys/members_dialog.h"

#include "ui/models/record_table.h"
#include "ui/models/text.h"
#include "ui/pages/keys/account.h"
#include "ui/session.h"
#include "ui/widgets/record_view.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

using Record = const QJsonObject &;

QString memberRole(Record member)
{
    return member.value("role"_L1) == u"admin"_s ? QCoreApplication::translate("MembersDialog", "Team administrator")
                                                 : QCoreApplication::translate("MembersDialog", "Member");
}

constexpr std::array columns = {
    RecordColumn {"user_id", [] { return QCoreApplication::translate("MembersDialog", "User"); },
        [](Record member) {
            const QString email = member.value("user_email"_L1).toString();
            return email.isEmpty() ? member.value("user_id"_L1).toString() : email;
        },
        30},
    RecordColumn {"role", [] { return QCoreApplication::translate("MembersDialog", "Role"); }, memberRole, 18},
    RecordColumn {"spend", [] { return QCoreApplication::translate("MembersDialog", "Spend"); },
        [](Record member) { return moneyText(accountFigure(member, "spend")); }, 12, Qt::AlignRight,
        [](Record member) { return QVariant(accountFigure(member, "spend").value_or(0)); }},
};

/// The members with their roles, and what each has spent.
QJsonArray membersIn(const QJsonObject &answer)
{
    QHash<QString, QJsonValue> spend;
    for (const QJsonValue each : answer.value("team_memberships"_L1).toArray())
        spend.insert(each.toObject().value("user_id"_L1).toString(), each.toObject().value("spend"_L1));
    QJsonArray members;
    for (const QJsonValue each : answer.value("team_info"_L1).toObject().value("members_with_roles"_L1).toArray()) {
        QJsonObject member = each.toObject();
        member.insert("spend"_L1, spend.value(member.value("user_id"_L1).toString()));
        members.append(member);
    }
    return members;
}

} // namespace

MembersDialog::MembersDialog(Session &session, const QJsonObject &team, QWidget *parent)
    : FormDialog(tr("Members of %1").arg(accountName(team)), tr("Add"), parent)
    , m_session(session)
    , m_team(team.value("team_id"_L1).toString())
    , m_table(new RecordTable(columns, u"user_id"_s, this))
    , m_view(new RecordView(*m_table, tr("Members")))
    , m_who(new QLineEdit)
    , m_role(new QComboBox)
{
    m_view->setMinimumHeight(fontMetrics().height() * 12);
    m_view->setEmptyText(tr("No members yet."));
    addWide(m_view, 1);
    m_who->setPlaceholderText(tr("User ID or e-mail"));
    m_role->addItem(tr("Member"), u"user"_s);
    m_role->addItem(tr("Team administrator"), u"admin"_s);
    addField(tr("New member"), m_who);
    addField(tr("Role"), m_role);
    QPushButton *remove = addSideButton(tr("Remove"));
    remove->setEnabled(false);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        [this, remove] { remove->setEnabled(!m_view->selectedIds().isEmpty()); });
    connect(remove, &QPushButton::clicked, this, &MembersDialog::removeSelected);
    connect(m_view, &RecordView::menuWished, this, [this](QMenu *menu) {
        menu->addAction(tr("Make team administrator"), this, [this] { setRole(u"admin"_s); });
        menu->addAction(tr("Make member"), this, [this] { setRole(u"user"_s); });
        menu->addAction(tr("Remove"), this, &MembersDialog::removeSelected);
    });
    connect(this, &FormDialog::submitted, this, &MembersDialog::add);
    load();
}

void MembersDialog::load()
{
    QUrlQuery query;
    query.addQueryItem(u"team_id"_s, QString::fromLatin1(QUrl::toPercentEncoding(m_team)));
    m_session.client().get(u"/team/info"_s, query, this, [this](const Answer &answer) {
        if (!answer.isOk())
            return setProblem(answer.problem);
        m_table->setRecords(membersIn(answer.json.object()));
    });
}

void MembersDialog::post(const QString &path, const QList<QJsonObject> &bodies, const std::function<void()> &then)
{
    if (bodies.isEmpty())
        return;
    setBusy(tr("Saving…"));
    m_session.client().post(path, bodies.first(), this, [=, this](const Answer &answer) {
        if (answer.isOk() && bodies.size() > 1)
            return post(path, bodies.mid(1), then);
        if (answer.isOk() && then)
            then();
        end(answer.problem); // empty when all was done
    });
}

/// Also after a refusal: those before it hold.
void MembersDialog::end(const QString &problem)
{
    setProblem(problem);
    Q_EMIT changed();
    load();
}

void MembersDialog::add()
{
    const QString who = m_who->text().trimmed();
    if (who.isEmpty())
        return setProblem(tr("Say who the new member is."));
    const QString member = who.contains(u'@') ? u"user_email"_s : u"user_id"_s;
    const QJsonObject added {{u"role"_s, m_role->currentData().toString()}, {member, who}};
    post(u"/team/member_add"_s, {{{u"team_id"_s, m_team}, {u"member"_s, added}}}, [this] { m_who->clear(); });
}

void MembersDialog::removeSelected()
{
    QList<QJsonObject> bodies;
    for (const QString &user : m_view->selectedIds())
        bodies.append({{u"team_id"_s, m_team}, {u"user_id"_s, user}});
    post(u"/team/member_delete"_s, bodies);
}

void MembersDialog::setRole(const QString &role)
{
    QList<QJsonObject> bodies;
    for (const QString &user : m_view->selectedIds())
        bodies.append({{u"team_id"_s, m_team}, {u"user_id"_s, user}, {u"role"_s, role}});
    post(u"/team/member_update"_s, bodies);
}

} // namespace gatehouse::ui
