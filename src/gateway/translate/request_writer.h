// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/params.h"
#include "gateway/translate/provider_request.h"
#include "gateway/wire/json_writer.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::translate {

/// What the writers of requests share, whatever the dialect: whose words go to whom, what they become, and steps that may fail.
class RequestWriter
{
protected:
    RequestWriter(const Conversation &conversation, const Target &target)
        : m_conversation(conversation)
        , m_target(target)
    {
    }

    /// Takes one step after the other, as far as the first that fails.
    template <typename Writer> static Result<> take(Writer &writer, std::initializer_list<Result<> (Writer::*)()> steps)
    {
        for (const auto step : steps) {
            if (auto done = (writer.*step)(); !done)
                return done;
        }
        return {};
    }
    Members &out() { return m_result.members; }

    const Conversation &m_conversation;
    const Target &m_target;
    ProviderRequest m_result;
};

/// Sets the number, if there is one.
template <typename Number> void setNumber(Members &members, std::string_view name, const std::optional<Number> &value)
{
    if (value)
        members.set(name, wire::JsonWriter().number(*value).take());
}
/// Sets the list, if anything stands in it.
void setTexts(Members &members, std::string_view name, const std::vector<std::string> &texts);

/// The tools that are functions. Fails where there are others, which their maker runs, unless they may be dropped.
Result<std::vector<const Tool *>> functionTools(const Conversation &conversation, const Target &target);
/// Writes the members of a function in OpenAI's words, which others took over, as far as "strict"; the object stays open.
void beginFunction(wire::JsonWriter &json, const Tool &tool);

} // namespace gatehouse::translate
