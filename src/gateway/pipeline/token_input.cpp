// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/token_input.h"

#include "gateway/providers/address.h"
#include "gateway/translate/json_view.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::pipeline {

namespace {

using translate::JsonItems;

Failure<Error> wrong(const Deployment &deployment)
{
    return {Error {Fault::BadRequest,
        deployment.provider.title + "Exception - input holds token ids that are none of OpenAI's embedding models; send texts", 0,
        {}, "input"}};
}

char firstKind(std::string_view list)
{
    JsonItems items(list);
    return items.next() ? wire::jsonKind(items.raw()) : '0';
}

std::optional<std::string> textOf(std::string_view list, const tokens::Counter &counter)
{
    std::vector<std::int64_t> ids;
    JsonItems items(list);
    while (items.next()) {
        const std::string_view raw = items.raw();
        if (raw.find_first_not_of("0123456789") != raw.npos)
            return std::nullopt;
        ids.push_back(translate::countOf(raw));
    }
    return counter.textOf(ids);
}

// One list of ids, or a list of such lists.
std::optional<std::string> inputInWords(std::string_view input, const tokens::Counter &counter)
{
    wire::JsonWriter json;
    json.beginArray();
    if (firstKind(input) == 'n') {
        const auto text = textOf(input, counter);
        return text ? std::optional(json.string(*text).endArray().take()) : std::nullopt;
    }
    JsonItems items(input);
    while (items.next()) {
        const auto text = wire::jsonKind(items.raw()) == 'a' ? textOf(items.raw(), counter) : std::nullopt;
        if (!text)
            return std::nullopt;
        json.string(*text);
    }
    return json.endArray().take();
}

} // namespace

Result<std::optional<wire::Call>> withoutTokens(
    const wire::Call &call, const Deployment &deployment, const tokens::Counter &counter)
{
    if (call.operation != Operation::Embedding || providers::takesTokens(deployment))
        return std::optional<wire::Call>();
    const std::string_view input = call.body.find("input");
    const char kind = wire::jsonKind(input) == 'a' ? firstKind(input) : '0';
    if (kind != 'n' && kind != 'a')
        return std::optional<wire::Call>();
    const auto words = inputInWords(input, counter);
    if (!words)
        return wrong(deployment);
    const std::string &text = call.body.text();
    const auto at = static_cast<std::size_t>(input.data() - text.data());
    auto body = wire::JsonObject::parse(text.substr(0, at) + *words + text.substr(at + input.size()));
    if (!body)
        return Failure {std::move(body).error()};
    wire::Call result = call;
    result.body = std::move(*body);
    return std::optional(std::move(result));
}

} // namespace gatehouse::pipeline
