// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/bedrock_invoke.h"

#include "gateway/translate/bedrock_models.h"
#include "gateway/translate/json_view.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

constexpr std::string_view version = "\"bedrock-2023-05-31\"";

// Bedrock refuses a request for a beta that it does not have, and clients ask Anthropic for many ("Anthropic Claude Messages API"
// of the Bedrock user guide). What a body names itself is not looked at.
constexpr std::array<std::string_view, 14> known {"computer-use-2024-10-22", "computer-use-2025-01-24", "computer-use-2025-11-24",
    "token-efficient-tools-2025-02-19", "interleaved-thinking-2025-05-14", "output-128k-2025-02-19",
    "dev-full-thinking-2025-05-14", "context-1m-2025-08-07", "context-management-2025-06-27", "effort-2025-11-24",
    "tool-search-tool-2025-10-19", "tool-examples-2025-10-29", "fine-grained-tool-streaming-2025-05-14", "compact-2026-01-12"};

void addOnce(std::vector<std::string> &list, std::string_view item)
{
    while (item.starts_with(' '))
        item.remove_prefix(1);
    while (item.ends_with(' '))
        item.remove_suffix(1);
    if (std::find(list.begin(), list.end(), item) == list.end())
        list.emplace_back(item);
}

void addKnown(std::vector<std::string> &list, std::string_view text)
{
    std::vector<std::string> asked;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        addOnce(asked, text.substr(0, end));
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    for (const std::string &beta : asked) {
        if (std::find(known.begin(), known.end(), beta) != known.end())
            addOnce(list, beta);
    }
}

std::vector<std::string> gathered(std::string_view given, const std::vector<std::string> &betas, const wire::Headers &forwarded)
{
    std::vector<std::string> list = wire::jsonStrings(given).value_or(std::vector<std::string>());
    for (const std::string &beta : betas)
        addKnown(list, beta);
    for (const auto &[name, value] : forwarded) {
        if (wire::sameName(name, "anthropic-beta"))
            addKnown(list, value);
    }
    return list;
}

std::string arrayOf(const std::vector<std::string> &list)
{
    wire::JsonWriter json;
    json.beginArray();
    for (const std::string &item : list)
        json.string(item);
    return json.endArray().take();
}

// Converse hands on what it does not know itself.
void putIntoModelFields(Members &members, const std::vector<std::string> &betas, const wire::Headers &forwarded)
{
    constexpr std::string_view place = "additionalModelRequestFields";
    Members fields(members.find(place));
    const auto list = gathered(fields.find("anthropic_beta"), betas, forwarded);
    if (list.empty())
        return;
    fields.set("anthropic_beta", arrayOf(list));
    wire::JsonWriter json;
    json.beginObject();
    for (const auto &[name, raw] : fields)
        json.key(name).raw(raw);
    members.set(place, json.endObject().take());
}

} // namespace

bool isInvoked(const Target &target)
{
    return target.deployment.provider.dialect == Dialect::BedrockConverse && target.dialect == Dialect::AnthropicMessages;
}

void putFieldsIntoBody(
    Members &members, const Target &target, const std::vector<std::string> &betas, const wire::Headers &forwarded)
{
    if (target.dialect == Dialect::BedrockConverse && bedrockModel(target.model).isClaude())
        return putIntoModelFields(members, betas, forwarded);
    if (!isInvoked(target))
        return;
    members.offer("anthropic_version", version);
    if (const auto list = gathered(members.find("anthropic_beta"), betas, forwarded); !list.empty())
        members.set("anthropic_beta", arrayOf(list));
}

} // namespace gatehouse::translate
