// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/langfuse_call.h"

#include "gateway/observe/sinks/text.h"

namespace gatehouse::observe::sinks {

namespace {

constexpr std::string_view masked = R"("redacted-by-litellm")";

std::optional<wire::JsonObject> parametersOf(const Receipt &receipt)
{
    if (!receipt.circumstances || receipt.circumstances->parameters.empty())
        return std::nullopt;
    auto parameters = wire::JsonObject::parse(receipt.circumstances->parameters);
    return parameters ? std::optional(std::move(*parameters)) : std::nullopt;
}

} // namespace

LangfuseCall::LangfuseCall(const Receipt &of, bool hidesMessages)
    : receipt(of)
    , client(of)
    , parameters(parametersOf(of))
    , begin(isoMicros(of.startedAt))
    , end(isoMicros(endOf(of)))
    , existingTrace(client.text("existing_trace_id"))
    , traceId(existingTrace.empty() ? client.text("trace_id") : existingTrace)
{
    if (traceId.empty())
        traceId = traceOf(of);
    readWords(sinks::hidesMessages(of, hidesMessages));
}

// They stand in both events: what is to be done to them is done once.
void LangfuseCall::readWords(bool hidesMessages)
{
    const Words words = wordsOf(receipt, hidesMessages);
    messages = client.raw("mask_input") == "true" ? masked : onOneLine(words.messages, m_flatMessages);
    if (client.raw("mask_output") == "true") {
        answer = masked;
        return;
    }
    answer = onOneLine(messageIn(words.answer), m_flatAnswer);
}

void writeOptional(JsonLine &json, const JsonName &name, std::string_view value)
{
    if (!value.empty())
        json.key(name).text(value);
}

} // namespace gatehouse::observe::sinks
