// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/changes.h"

#include "gateway/translate/members.h"

namespace gatehouse::translate {

Result<wire::JsonObject> changed(const wire::JsonObject &body, std::string_view changes)
{
    auto own = wire::JsonObject::parse(std::string(changes));
    if (!own)
        return Failure {std::move(own).error()};
    Members members(body);
    for (const auto &[name, raw] : Members(*own))
        members.set(name, std::string(raw));
    return wire::JsonObject::parse(members.text());
}

} // namespace gatehouse::translate
