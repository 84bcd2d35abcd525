// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/message_roles.h"

#include "gateway/translate/json_walk.h"

namespace gatehouse::translate {

namespace {

std::string_view roleOf(std::string_view message)
{
    for (JsonWalk member(message); member.next();) {
        if (member.name() == "role")
            return member.raw();
    }
    return {};
}

} // namespace

std::optional<std::string> withRole(std::string_view messages, std::string_view from, std::string_view to)
{
    const std::string wanted = '"' + std::string(from) + '"';
    if (messages.find(wanted) == std::string_view::npos) // a search is many times quicker than a walk, and this is the usual case
        return std::nullopt;
    std::string result;
    std::size_t copied = 0;
    for (JsonWalk message(messages); message.next();) {
        const std::string_view role = roleOf(message.raw());
        if (role != wanted)
            continue;
        const auto at = static_cast<std::size_t>(role.data() - messages.data());
        result.append(messages, copied, at + 1 - copied).append(to);
        copied = at + role.size() - 1;
    }
    if (copied == 0)
        return std::nullopt;
    result.append(messages, copied);
    return result;
}

} // namespace gatehouse::translate
