// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/text_request.h"

#include "gateway/translate/json_view.h"
#include "gateway/translate/param_quirks.h"
#include "gateway/wire/json_writer.h"

#include <array>

namespace gatehouse::translate {

namespace {

// An answer to these would need what a chat's answer does not hold: the prompt again, other answers, text behind the answer.
constexpr std::array<std::string_view, 5> noChat {"best_of", "echo", "logprobs", "n", "suffix"};

Failure<Error> wrongPrompt(std::string what)
{
    Error error {Fault::InvalidRequest, "/completions: 'prompt' " + std::move(what)};
    error.param = "prompt";
    return {std::move(error)};
}

/// The one text that a prompt is, as JSON.
Result<std::string_view> oneText(std::string_view prompt, const Target &target)
{
    const std::string model(target.model);
    std::string_view only = prompt;
    if (isArray(prompt)) {
        JsonItems items(prompt);
        if (!items.next())
            return wrongPrompt("must not be empty.");
        only = items.raw();
        if (isString(only) && items.next())
            return wrongPrompt("is a list of several texts, but " + model + " answers one at a time: ask for each by itself.");
    }
    if (isString(only))
        return only;
    if (isArray(prompt) && (isArray(only) || wire::jsonKind(only) == 'n'))
        return wrongPrompt("holds token ids, which mean nothing to " + model + ": send the text itself.");
    return wrongPrompt("must be a text or a list with one text.");
}

// What says no more than what happens anyway.
void dropIdle(Members &members)
{
    for (const std::string_view name : {"best_of", "n"}) {
        if (members.find(name) == "1")
            members.erase(name);
    }
    if (members.find("echo") == "false")
        members.erase("echo");
    if (members.find("suffix") == "\"\"")
        members.erase("suffix");
    for (const std::string_view name : noChat) {
        if (!members.has(name))
            members.erase(name);
    }
}

} // namespace

Result<> textAsChat(Members &members, const Target &target)
{
    const auto text = oneText(members.find("prompt"), target);
    if (!text)
        return Failure {text.error()};
    dropIdle(members);
    if (auto refused = refuse(members, target, noChat); !refused)
        return refused;
    wire::JsonWriter json;
    json.beginArray().beginObject().key("role").string("user").key("content").raw(*text).endObject().endArray();
    members.erase("prompt");
    members.set("messages", json.take());
    return {};
}

Result<> relayTextRequest(Members &members, const Target &target)
{
    offerDefaults(members, target.deployment);
    const Quirks quirks = target.deployment.provider.quirks;
    applyQuirks(members, quirks);
    if (quirks.has(Quirk::NoUser))
        members.erase("user");
    return {};
}

} // namespace gatehouse::translate
