// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/wire/json_object.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace gatehouse::translate {

/// The names of tools as Bedrock takes them, [a-zA-Z0-9_-]{1,64}, and back: callers see the names that they gave. The same for
/// the same tools in the same order, so that an answer's names can be told from the request alone.
class BedrockToolNames
{
public:
    BedrockToolNames() = default;
    /// Of the tools that \a request (of whatever dialect) declares.
    explicit BedrockToolNames(const wire::JsonObject *request);

    void add(std::string_view given);
    /// As Bedrock is sent it.
    std::string sent(std::string_view given) const;
    /// As the caller gave it.
    std::string_view given(std::string_view sent) const;

private:
    void put(std::string given, std::string sent);

    std::map<std::string, std::string, std::less<>> m_sent, m_given; // by the other
};

/// The id of a call as Bedrock takes it; other providers made some of those that stand in a history.
std::string bedrockCallId(std::string_view id);

} // namespace gatehouse::translate
