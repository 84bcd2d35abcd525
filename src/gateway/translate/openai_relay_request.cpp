// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/message_quirks.h"
#include "gateway/translate/message_roles.h"
#include "gateway/translate/openai_request.h"
#include "gateway/translate/param_quirks.h"
#include "gateway/translate/reasoning_models.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::translate {

namespace {

// Roles that the model does not know become the nearest one it does.
void fitRoles(Members &members, const Target &target)
{
    const bool isOpenAi = target.deployment.provider.quirks.has(Quirk::OpenAiModels);
    const OpenAiFamily family = familyOf(target);
    const std::string_view messages = members.find("messages");
    std::optional<std::string> renamed;
    if (isOpenAi && !takesSystemMessage(target.model))
        renamed = withRole(messages, "system", "user");
    else if (!isOpenAi || family == OpenAiFamily::Classic)
        renamed = withRole(messages, "developer", "system");
    if (renamed)
        members.set("messages", std::move(*renamed));
}

} // namespace

Result<> relayOpenAiRequest(Members &members, const Target &target)
{
    offerDefaults(members, target.deployment);
    if (auto fitted = fitToOpenAi(members, target); !fitted)
        return fitted;
    fitRoles(members, target);
    const Quirks quirks = target.deployment.provider.quirks;
    applyQuirks(members, quirks);
    if (changesMessages(quirks))
        members.set("messages", withQuirks(members.find("messages"), quirks));
    return {};
}

Result<> askForUsage(Members &members, const Target &target)
{
    if (target.deployment.provider.quirks.has(Quirk::NoStreamOptions))
        members.erase("stream_options");
    if (!target.stream || target.deployment.provider.quirks.has(Quirk::NoStreamOptions))
        return {};
    const std::string_view options = members.find("stream_options");
    if (!wire::jsonIsNull(options) && wire::jsonKind(options) != 'o')
        return Failure {Error {Fault::BadRequest, "stream_options must be an object"}};
    wire::JsonWriter json;
    json.beginObject();
    const Members asked(options);
    for (const auto &option : asked) {
        if (option.name != "include_usage")
            json.key(option.name).raw(option.raw);
    }
    members.set("stream_options", json.key("include_usage").boolean(true).endObject().take());
    return {};
}

} // namespace gatehouse::translate
