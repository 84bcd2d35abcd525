// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/stored_checks.h"

#include "gateway/config/overlay.h"

#include <QJsonArray>

namespace gatehouse::admin {

Result<vault::Vault> vaultOf(const Asked &asked)
{
    auto vault = vault::Vault::from(asked.snapshot->settings.saltKey);
    if (!vault)
        return refusal(500, vault.error().message);
    return vault;
}

Result<> checkStores(const Asked &asked)
{
    if (asked.snapshot->settings.storesModels)
        return {};
    return refusal(500, "Set `'STORE_MODEL_IN_DB='True'` in your env to enable this feature.");
}

Result<> checkFits(const config::Stored &stored)
{
    const auto nothing = [](const std::string &) { return std::optional<std::string>(); };
    const auto problems = config::problemsOf(stored, nothing);
    if (problems.empty())
        return {};
    return refusal(400, problems.front().message, "bad_request_error");
}

Result<> checkReferences(const QJsonValue &value)
{
    if (value.isString() && value.toString().startsWith(u"file/"))
        return refusal(
            400, "file/ is only followed in the configuration file; use keychain/NAME or os.environ/NAME", "bad_request_error");
    const QJsonArray items = value.toArray();
    for (const auto &item : items) {
        if (auto checked = checkReferences(item); !checked)
            return checked;
    }
    const QJsonObject members = value.toObject();
    for (const auto &member : members) {
        if (auto checked = checkReferences(member); !checked)
            return checked;
    }
    return {};
}

QJsonObject merged(QJsonObject values, const QJsonObject &changes)
{
    for (auto member = changes.begin(); member != changes.end(); ++member) {
        if (member.value().toString().startsWith(u"•••"))
            continue; // as it was shown: whoever sends it back has not changed it
        if (member.value().isNull())
            values.remove(member.key());
        else
            values.insert(member.key(), member.value());
    }
    return values;
}

} // namespace gatehouse::admin
