// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/providers/provider_keys.h"

#include "ui/config/change_dialog.h"
#include "ui/pages/models/key_choice.h"
#include "ui/pages/models/model_entry.h"
#include "ui/pages/models/model_feed.h"
#include "ui/pages/providers/provider_feed.h"
#include "ui/session.h"
#include "ui/widgets/form_dialog.h"
#include "ui/widgets/question_dialog.h"
#include "ui/widgets/secret_line.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProviderKeys)
};

/// Under which name a new key is kept: as before, where it was in the same place.
QString nameFor(const QJsonObject &card, bool isForKeychain)
{
    const QString kind = card.value("key_kind"_L1).toString();
    const bool isSamePlace = kind == (isForKeychain ? "keychain"_L1 : "credential"_L1);
    return isSamePlace ? card.value("key"_L1).toString() : keyName(card.value("name"_L1).toString());
}

/// How many deployments take their key from there, whosever they are.
int usersOf(const QString &name, const QJsonArray &rows)
{
    const auto takesIt = [&name](const QJsonValue &row) {
        return row["key_kind"_L1] == "keychain"_L1 && row["key"_L1].toString() == name;
    };
    return int(std::count_if(rows.begin(), rows.end(), takesIt));
}

QJsonArray ownRows(const QJsonArray &rows, const QJsonArray &ids)
{
    QJsonArray own;
    for (const QJsonValue row : rows) {
        if (ids.contains(row["id"_L1]))
            own.append(row);
    }
    return own;
}

/// What a new key asks for in the file: that the provider's deployments take theirs from where it is.
void useKey(Session &session, const QJsonObject &card, ProviderFeed &feed, QWidget *page, const QJsonObject &params)
{
    const QString title = card.value("title"_L1).toString();
    session.announce(Words::tr("The key of %1 is kept.").arg(title));
    feed.ask();
    const QString revision = feed.models().fileRevision();
    const QJsonArray edits = keyEdits(ownRows(feed.models().rows(), card.value("ids"_L1).toArray()), params);
    if (edits.isEmpty() || revision.isEmpty())
        return;
    const QJsonObject change {{u"edits"_s, edits}, {u"revision"_s, revision}};
    auto *dialog = new ChangeDialog(session, change, Words::tr("Use the new key of %1").arg(title), page);
    QObject::connect(dialog, &ChangeDialog::saved, &feed, &ProviderFeed::ask);
    dialog->open();
}

} // namespace

QJsonArray keyEdits(const QJsonArray &rows, const QJsonObject &params)
{
    QJsonArray edits;
    for (const QJsonValue row : rows) {
        const int index = row["index"_L1].toInt(-1);
        const QJsonObject before = row["entry"_L1]["litellm_params"_L1].toObject();
        if (index < 0)
            continue;
        QJsonObject after = before;
        after.remove("api_key"_L1);
        after.remove("litellm_credential_name"_L1);
        for (auto member = params.begin(); member != params.end(); ++member)
            after.insert(member.key(), member.value());
        for (const QJsonValue edit : mapEdits({u"model_list"_s, index, u"litellm_params"_s}, before, after))
            edits.append(edit);
    }
    return edits;
}

void replaceKey(Session &session, const QJsonObject &card, ProviderFeed &feed, QWidget *page)
{
    const bool isForKeychain = feed.hasKeychain();
    const QString name = nameFor(card, isForKeychain);
    auto *dialog = new FormDialog(Words::tr("Key of %1").arg(card.value("title"_L1).toString()), Words::tr("Keep"), page);
    QLineEdit *secret = makeSecretLine();
    secret->setPlaceholderText(Words::tr("Paste the key"));
    const QString where = isForKeychain
        ? Words::tr("Kept in the keychain of this computer as “%1”. The configuration only names it.")
        : Words::tr("Kept sealed in the gateway's database as “%1”. The configuration only names it.");
    dialog->addField(Words::tr("New key"), secret, where.arg(name));
    QObject::connect(dialog, &FormDialog::submitted, &feed, [=, &session, &feed] {
        const NewKey key {name, secret->text().trimmed().toUtf8(), isForKeychain};
        if (key.secret.isEmpty())
            return dialog->setProblem(Words::tr("Paste the key first."));
        dialog->setBusy(Words::tr("Keeping the key…"));
        keepKey(session, key, dialog, [=, &session, &feed](const QJsonObject &params, const QString &problem) {
            if (!problem.isEmpty())
                return dialog->setProblem(problem);
            forgetSecret(*secret);
            dialog->accept();
            useKey(session, card, feed, page, params);
        });
    });
    dialog->open();
}

void removeKey(Session &session, const QJsonObject &card, ProviderFeed &feed, QWidget *page)
{
    const QString title = card.value("title"_L1).toString(), name = card.value("key"_L1).toString();
    QString text = Words::tr("“%1” is deleted from the keychain of this computer. This cannot be undone.").arg(name);
    if (const int used = usersOf(name, feed.models().rows()); used > 0)
        text += u"\n\n"_s + Words::tr("%n deployment(s) use it and cannot answer without it.", nullptr, used);
    auto *dialog = new QuestionDialog(Words::tr("Remove the key of %1").arg(title), text, Words::tr("Remove"), page);
    const QPointer<FormDialog> alive(dialog);
    QObject::connect(dialog, &FormDialog::submitted, &feed, [=, &session, &feed] {
        alive->setBusy(Words::tr("Removing…"));
        const QPointer<ProviderFeed> there(&feed);
        session.keys()->erase(name, [=, &session](const KeyStore::Outcome &outcome) {
            if (!outcome.isOk())
                return alive && alive->isVisible() ? alive->setProblem(outcome.problem) : session.announce(outcome.problem);
            session.announce(Words::tr("The key of %1 is removed.").arg(title));
            if (there)
                there->ask();
            if (alive)
                alive->accept();
        });
    });
    dialog->open();
}

} // namespace gatehouse::ui
