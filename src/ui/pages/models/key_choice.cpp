// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/pages/models/key_choice.h"

#include "ui/pages/models/model_rows.h"
#include "ui/session.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace gatehouse::ui {

namespace {

constexpr int longestName = 128;

} // namespace

QJsonObject keyParams(const KeyChoice &choice)
{
    switch (choice.kind) {
    case KeyChoice::Kind::Keychain: return {{u"api_key"_s, QString(u"keychain/"_s + choice.name)}};
    case KeyChoice::Kind::Variable: return {{u"api_key"_s, QString(u"os.environ/"_s + choice.name)}};
    case KeyChoice::Kind::Credential: return {{u"litellm_credential_name"_s, choice.name}};
    default: return {};
    }
}

KeyChoice keyChoice(const QJsonObject &params)
{
    const QJsonObject place = keyPlace(params);
    const QString kind = place.value("key_kind"_L1).toString(), name = place.value("key"_L1).toString();
    if (kind == "keychain"_L1)
        return {KeyChoice::Kind::Keychain, name};
    if (kind == "environment"_L1)
        return {KeyChoice::Kind::Variable, name};
    if (kind == "credential"_L1)
        return {KeyChoice::Kind::Credential, name};
    return {kind == "none"_L1 ? KeyChoice::Kind::None : KeyChoice::Kind::Unchanged, name};
}

QString keyName(const QString &wish)
{
    QString name;
    for (const QChar letter : wish.trimmed()) {
        const bool isPlain = letter.unicode() < 128 && (letter.isLetterOrNumber() || u"._-/"_s.contains(letter));
        name += isPlain ? letter : u'-';
    }
    return name.left(longestName);
}

bool mayUseKeychain(Session &session)
{
    return session.keys() && !session.control().isRemote();
}

void keepKey(
    Session &session, const NewKey &key, QObject *context, std::function<void(const QJsonObject &, const QString &)> done)
{
    const QPointer<QObject> alive(context);
    if (key.isForKeychain && session.keys()) {
        session.keys()->write(key.name, key.secret, [alive, name = key.name, done](const KeyStore::Outcome &outcome) {
            if (alive)
                done(keyParams({KeyChoice::Kind::Keychain, name}), outcome.problem);
        });
        return;
    }
    const QJsonObject credential {{u"credential_name"_s, key.name},
        {u"credential_values"_s, QJsonObject {{u"api_key"_s, QString::fromUtf8(key.secret)}}},
        {u"credential_info"_s, QJsonObject()}};
    session.client().post(u"/credentials"_s, credential, context, [name = key.name, done](const Answer &answer) {
        done(keyParams({KeyChoice::Kind::Credential, name}), answer.problem);
    });
}

} // namespace gatehouse::ui
