// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/people/accounts.h"

#include "gateway/wire/json_writer.h"

namespace gatehouse::people {

std::string accountOf(Kind kind, std::string_view id)
{
    std::string name(toString(kind));
    return name.append(":").append(id);
}

std::string modelAccountOf(Kind kind, std::string_view id, std::string_view model)
{
    std::string name(toString(kind));
    return name.append("_model:").append(id).append("/").append(model);
}

std::string accountsText(const std::vector<limits::Claim> &claims)
{
    wire::JsonWriter json; // names hold what somebody wrote
    json.beginArray();
    for (const limits::Claim &claim : claims)
        json.string(limits::nameOf(*claim.account));
    return json.endArray().take();
}

std::string memberId(std::string_view group, std::string_view user)
{
    std::string id(group);
    return id.append("/").append(user);
}

} // namespace gatehouse::people
