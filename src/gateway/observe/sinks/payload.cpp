// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/payload.h"

#include "gateway/core/call_type.h"
#include "gateway/observe/sinks/json_line.h"
#include "gateway/observe/sinks/payload_parts.h"
#include "gateway/observe/sinks/text.h"
#include "gateway/observe/sinks/words.h"

#include <algorithm>

namespace gatehouse::observe::sinks {

namespace {

/// The members of a payload, but for those that are left out.
class Payload
{
public:
    Payload(const Receipt &receipt, const Terms &terms, bool isHidden)
        : m_receipt(receipt)
        , m_terms(terms)
        , m_words(wordsOf(receipt, hidesMessages(receipt, isHidden)))
        , m_repeated(repeatedIn(receipt))
        , m_json(usual + m_words.messages.size() + m_words.answer.size())
    {
    }

    std::string take()
    {
        m_json.beginObject();
        writeWhat();
        writeCost();
        writePlace();
        writeTimes();
        writeWho();
        writeWords();
        writeError();
        writeRest();
        return m_json.endObject().take();
    }

private:
    bool isLeftOut(const JsonName &name) const
    {
        const auto &excluded = m_terms.excluded;
        return !excluded.empty() && std::find(excluded.begin(), excluded.end(), name.plain()) != excluded.end();
    }
    bool begins(const JsonName &name)
    {
        if (isLeftOut(name))
            return false;
        m_json.key(name);
        return true;
    }
    void text(const JsonName &name, std::string_view value)
    {
        if (!isLeftOut(name))
            m_json.text(name, value);
    }
    void textOrNull(const JsonName &name, std::string_view value)
    {
        if (!isLeftOut(name))
            m_json.textOrNull(name, value);
    }
    void number(const JsonName &name, std::int64_t value)
    {
        if (!isLeftOut(name))
            m_json.number(name, value);
    }
    void literal(const JsonName &name, std::string_view json)
    {
        if (begins(name))
            m_json.literal(json);
    }
    void json(const JsonName &name, std::string_view json, std::string_view otherwise = "null")
    {
        if (begins(name))
            m_json.json(json, otherwise);
    }

    void writeWhat()
    {
        text("id", idOf(m_receipt));
        text("trace_id", traceOf(m_receipt));
        text("litellm_call_id", m_receipt.callId);
        text("call_type", callType(m_receipt));
        literal("stream", m_receipt.stream ? "true" : "false");
        text("status", isSuccess(m_receipt) ? "success" : "failure");
        if (begins("status_fields")) {
            m_json.beginObject().text("llm_api_status", isSuccess(m_receipt) ? "success" : "failure");
            m_json.text("guardrail_status", guardrailStatus(m_receipt)).endObject();
        }
        textOrNull("custom_llm_provider", m_receipt.provider);
    }

    void writeCost()
    {
        literal("response_cost", m_receipt.cost ? std::string_view(m_repeated.cost) : "0.0");
        if (begins("cost_breakdown")) {
            if (m_receipt.cost)
                writeCostBreakdown(m_json, *m_receipt.cost, m_repeated.cost);
            else
                m_json.null();
        }
        literal("response_cost_failure_debug_info", "null");
        number("total_tokens", m_receipt.usage.input + m_receipt.usage.output);
        number("prompt_tokens", m_receipt.usage.input);
        number("completion_tokens", m_receipt.usage.output);
        literal("cache_hit", m_receipt.isCached ? "true" : "false");
        textOrNull("cache_key", m_receipt.cacheKey);
        literal("saved_cache_cost", m_receipt.isCached ? dollars(m_receipt.saved) : "0.0");
    }

    void writePlace()
    {
        text("model", modelOf(m_receipt));
        text("model_id", m_receipt.deployment);
        text("model_group", m_receipt.group.empty() ? m_receipt.model : m_receipt.group);
        text("api_base", m_receipt.station ? std::string_view(m_receipt.station->apiBase) : std::string_view());
        if (begins("model_map_information")) {
            m_json.beginObject().text("model_map_key", modelOf(m_receipt));
            m_json.members(R"("model_map_value":null)").endObject();
        }
        if (begins("hidden_params"))
            writeHiddenParams(m_json, m_receipt, m_repeated);
    }

    void writeTimes()
    {
        literal("startTime", epochSeconds(m_receipt.startedAt));
        literal("endTime", epochSeconds(endOf(m_receipt)));
        literal("completionStartTime", epochSeconds(answeredAt(m_receipt)));
        literal("response_time", secondsOf(m_receipt.duration));
    }

    void writeWho()
    {
        if (begins("request_tags")) {
            m_json.beginArray();
            writeTags(m_json, m_receipt, m_terms);
            m_json.endArray();
        }
        text("end_user", m_terms.hidesCaller ? std::string_view() : std::string_view(m_receipt.customer));
        textOrNull("requester_ip_address", m_receipt.peer);
        textOrNull("user_agent", m_receipt.userAgent);
        if (begins("metadata"))
            writeMetadata(m_json, m_receipt, m_terms, m_repeated);
    }

    void writeWords()
    {
        json("messages", m_words.messages);
        json("response", m_words.answer);
        const Circumstances *circumstances = m_receipt.circumstances.get();
        json("model_parameters", circumstances ? std::string_view(circumstances->parameters) : std::string_view(), "{}");
    }

    void writeError()
    {
        textOrNull("error_str", m_receipt.error);
        if (!begins("error_information"))
            return;
        if (isSuccess(m_receipt)) {
            m_json.null();
            return;
        }
        m_json.beginObject().text("error_code", std::to_string(m_receipt.status));
        m_json.text("error_class", errorClass(m_receipt)).text("llm_provider", m_receipt.provider);
        m_json.text("traceback", {}).text("error_message", m_receipt.error).endObject();
    }

    void writeRest()
    {
        if (begins("guardrail_information"))
            writeGuardrails(m_json, m_receipt);
        literal("standard_built_in_tools_params", R"({"web_search_options":null,"file_search":null})");
    }

    static constexpr std::size_t usual = 4096; // of bytes beside the words

    const Receipt &m_receipt;
    const Terms &m_terms;
    const Words m_words;
    const Repeated m_repeated;
    JsonLine m_json;
};

} // namespace

std::string payloadOf(const Receipt &receipt, const Terms &terms, bool hidesMessages)
{
    return Payload(receipt, terms, hidesMessages).take();
}

std::string hiddenParamsOf(const Receipt &receipt)
{
    constexpr std::size_t usual = 1024;
    JsonLine line(usual);
    writeHiddenParams(line, receipt, repeatedIn(receipt));
    return line.take();
}

} // namespace gatehouse::observe::sinks
