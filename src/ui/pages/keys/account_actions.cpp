// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/keys/account_actions.h"

#include "ui/models/text.h"
#include "ui/pages/keys/account.h"
#include "ui/pages/keys/account_form.h"
#include "ui/pages/keys/issued_key.h"
#include "ui/pages/keys/members_dialog.h"
#include "ui/pages/keys/small_dialogs.h"
#include "ui/session.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/question_dialog.h"

#include <QMenu>
#include <QPointer>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

QString idOf(const AccountSection &section, const QJsonObject &record)
{
    return record.value(QLatin1StringView(section.idKey)).toString();
}

QStringList idsOf(const AccountSection &section, const QList<QJsonObject> &records)
{
    QStringList ids;
    for (const QJsonObject &record : records)
        ids.append(idOf(section, record));
    return ids;
}

bool isBlocked(const QJsonObject &record)
{
    return accountValue(record, "blocked").toBool();
}

} // namespace

AccountActions::AccountActions(Session &session, QWidget *page)
    : QObject(page)
    , m_session(session)
    , m_page(page)
{
}

void AccountActions::fill(QMenu &menu, const AccountSection &section, const QList<QJsonObject> &records)
{
    if (records.isEmpty())
        return;
    if (m_mayChange && records.size() == 1)
        fillOne(menu, section, records.first());
    const bool canBlock = m_mayChange && section.block.path;
    if (canBlock && !std::all_of(records.begin(), records.end(), isBlocked))
        menu.addAction(tr("Block"), this, [=, this, &section] { setBlocked(section, records, true); });
    if (canBlock && std::any_of(records.begin(), records.end(), isBlocked))
        menu.addAction(tr("Unblock"), this, [=, this, &section] { setBlocked(section, records, false); });
    if (m_mayChange) {
        menu.addAction(tr("Delete…"), this, [=, this, &section] { remove(section, records); });
        menu.addSeparator();
    }
    const QString ids = idsOf(section, records).join(u'\n');
    menu.addAction(tr("Copy %n ID(s)", nullptr, int(records.size())), this, [ids] { copyText(ids); });
}

void AccountActions::fillOne(QMenu &menu, const AccountSection &section, const QJsonObject &record)
{
    menu.addAction(tr("Edit…"), this, [=, this, &section] { edit(section, record); });
    if (const auto limit = accountFigure(record, "max_budget"); limit && *limit > 0) {
        const double more = *limit * 1.5;
        //: %1 is an amount of money
        menu.addAction(tr("Raise budget by half, to %1").arg(moneyText(more)), this,
            [=, this, &section] { raiseBy(section, record, more); });
    }
    menu.addAction(tr("Raise budget…"), this, [=, this, &section] { raise(section, record); });
    if (section.isKeys) {
        menu.addAction(tr("Reset spend…"), this, [=, this] { resetSpend(record); });
        menu.addAction(tr("Rotate…"), this, [=, this] { rotate(record); });
    }
    if (qstrcmp(section.key, "teams") == 0)
        menu.addAction(tr("Members…"), this, [=, this] { showMembers(record); });
    menu.addSeparator();
}

void AccountActions::post(const char *path, const QJsonObject &body, std::function<void(const QJsonObject &)> then)
{
    m_session.client().post(QString::fromLatin1(path), body, this, [this, then = std::move(then)](const Answer &answer) {
        if (!answer.isOk())
            return complain(answer);
        then(answer.json.object());
    });
}

void AccountActions::complain(const Answer &answer)
{
    const bool isDenied = answer.kind == Answer::Kind::Denied;
    m_session.announce(isDenied ? tr("The key this window uses may not do that.") : answer.problem);
}

/// One after the other where the door takes only one; stops at the first that is refused.
void AccountActions::postEach(const AccountDoor &door, const QStringList &ids, const std::function<void()> &then)
{
    if (ids.isEmpty())
        return then();
    const QStringList now = door.takesList ? ids : QStringList {ids.first()};
    post(door.path, door.body(now), [=, this, &door](const QJsonObject &) { postEach(door, ids.mid(now.size()), then); });
}

void AccountActions::add(const AccountSection &section)
{
    auto *form = new AccountForm(m_session, section, {}, m_page);
    connect(form, &AccountForm::created, this, [this, &section](const QJsonObject &answer) {
        if (section.isKeys)
            showKey(answer);
        Q_EMIT done(QString::fromLatin1(section.key), idOf(section, answer));
    });
    form->open();
}

void AccountActions::showKey(const QJsonObject &answer)
{
    auto *dialog = new IssuedKey(answer.value("key_alias"_L1).toString(), answer.value("key"_L1).toString(), m_page);
    dialog->open();
}

void AccountActions::edit(const AccountSection &section, const QJsonObject &record)
{
    auto *form = new AccountForm(m_session, section, record, m_page);
    connect(form, &AccountForm::updated, this, [=, this, &section](const QJsonObject &change) {
        offerUndo(section, record, change);
        Q_EMIT done(QString::fromLatin1(section.key), {});
    });
    form->open();
}

void AccountActions::offerUndo(const AccountSection &section, const QJsonObject &record, const QJsonObject &change)
{
    const QPointer<AccountActions> self(this); // the line at the foot may outlive the page
    //: the foot of the window: %1 is the name of a key, team or user that was changed
    m_session.announce(tr("Saved %1").arg(accountName(record)), tr("Undo"), [self, &section, record, change] {
        if (!self)
            return;
        const QJsonObject body = undoRequest(section, record, change, QDateTime::currentDateTimeUtc());
        self->post(section.update, body, [self, &section](const QJsonObject &) {
            if (self)
                Q_EMIT self->done(QString::fromLatin1(section.key), {});
        });
    });
}

void AccountActions::setBlocked(const AccountSection &section, const QList<QJsonObject> &records, bool blocked)
{
    QList<QJsonObject> others; // that are not so yet: the undo is for them alone
    std::copy_if(records.begin(), records.end(), std::back_inserter(others),
        [blocked](const QJsonObject &record) { return isBlocked(record) != blocked; });
    const QStringList ids = idsOf(section, others);
    if (ids.isEmpty())
        return;
    const QString name = others.size() == 1 ? accountName(others.first()) : QString();
    postEach(blocked ? section.block : section.unblock, ids, [=, this, &section] {
        Q_EMIT done(QString::fromLatin1(section.key), {});
        QString said = blocked ? tr("%n blocked", nullptr, int(ids.size())) : tr("%n unblocked", nullptr, int(ids.size()));
        if (!name.isEmpty()) //: %1 is the name of a key, team or customer
            said = blocked ? tr("%1 is blocked").arg(name) : tr("%1 is no longer blocked").arg(name);
        const QPointer<AccountActions> self(this);
        m_session.announce(said, tr("Undo"), [self, &section, ids, blocked] {
            if (self)
                self->postEach(blocked ? section.unblock : section.block, ids,
                    [self, &section] { Q_EMIT self->done(QString::fromLatin1(section.key), {}); });
        });
    });
}

void AccountActions::rotate(const QJsonObject &key)
{
    auto *dialog = new RotateDialog(m_session, key, m_page);
    connect(dialog, &RotateDialog::rotated, this, [this](const QJsonObject &answer) {
        showKey(answer);
        Q_EMIT done(u"keys"_s, answer.value("token"_L1).toString());
    });
    dialog->open();
}

void AccountActions::raise(const AccountSection &section, const QJsonObject &record)
{
    auto *dialog = new RaiseDialog(record, m_page);
    connect(dialog, &RaiseDialog::chosen, this, [=, this, &section](double dollars) { raiseBy(section, record, dollars); });
    dialog->open();
}

void AccountActions::raiseBy(const AccountSection &section, const QJsonObject &record, double toDollars)
{
    const QJsonObject change {{QString::fromLatin1(section.updateId), idOf(section, record)}, {u"max_budget"_s, toDollars}};
    post(section.update, change, [=, this, &section](const QJsonObject &) {
        offerUndo(section, record, change);
        Q_EMIT done(QString::fromLatin1(section.key), {});
    });
}

void AccountActions::resetSpend(const QJsonObject &key)
{
    //: %1 is an amount of money
    const QString text = tr("What it has spent in this period, %1, counts as nothing from now on. Reports keep it.")
                             .arg(moneyText(accountFigure(key, "spend").value_or(0)));
    auto *dialog = new QuestionDialog(tr("Reset the spend of %1?").arg(accountName(key)), text, tr("Reset"), m_page);
    const QString path = u"/key/%1/reset_spend"_s.arg(key.value("token"_L1).toString());
    connect(dialog, &FormDialog::submitted, this, [=, this] {
        dialog->accept();
        post(path.toLatin1().constData(), {{u"reset_to"_s, 0}}, [this](const QJsonObject &) { Q_EMIT done(u"keys"_s, {}); });
    });
    dialog->open();
}

void AccountActions::showMembers(const QJsonObject &team)
{
    auto *dialog = new MembersDialog(m_session, team, m_page);
    connect(dialog, &MembersDialog::changed, this, [this] { Q_EMIT done(u"teams"_s, {}); });
    dialog->open();
}

void AccountActions::remove(const AccountSection &section, const QList<QJsonObject> &records)
{
    if (records.isEmpty() || !m_mayChange)
        return;
    const QString title = records.size() == 1 ? tr("Delete %1?").arg(accountName(records.first()))
                                              : tr("Delete %n selected?", nullptr, int(records.size()));
    auto *dialog = new QuestionDialog(title, lossText(section, records), tr("Delete"), m_page);
    const QStringList ids = idsOf(section, records);
    connect(dialog, &FormDialog::submitted, this, [=, this, &section] {
        dialog->accept();
        postEach(section.remove, ids, [=, this, &section] {
            m_session.announce(tr("%n deleted", nullptr, int(ids.size())));
            Q_EMIT done(QString::fromLatin1(section.key), {});
        });
    });
    dialog->open();
}

} // namespace gatehouse::ui
