// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/answer.h"
#include "gateway/translate/cut_stream.h"
#include "gateway/translate/gemini_door.h"
#include "gateway/translate/gemini_words.h"
#include "gateway/translate/google_names.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/provider_words.h"
#include "gateway/translate/streams.h"

#include <array>

namespace gatehouse::translate {

namespace {

struct Setting {
    std::string_view openAi, google;
};
constexpr std::array settings {Setting {"max_tokens", "maxOutputTokens"}, Setting {"max_completion_tokens", "maxOutputTokens"},
    Setting {"temperature", "temperature"}, Setting {"top_p", "topP"}, Setting {"top_k", "topK"}, Setting {"seed", "seed"},
    Setting {"stop", "stopSequences"}, Setting {"presence_penalty", "presencePenalty"},
    Setting {"frequency_penalty", "frequencyPenalty"}};

/// What is told of an answer, whole or the last of a stream.
struct End {
    std::string reason; ///< OpenAI's word; empty = it goes on
    bool calls = false;
};

void readEnd(std::string_view candidates, std::string_view feedback, End &end)
{
    JsonItems each(candidates);
    while (each.next()) {
        if (countOf(member(each.raw(), "index")) != 0)
            continue;
        JsonItems parts(member(each.raw(), {"content", "parts"}));
        while (parts.next())
            end.calls = end.calls || isObject(member(parts.raw(), "functionCall"));
        if (const std::string word = textOf(member(each.raw(), "finishReason")); !word.empty())
            end.reason = finishReasonOfGemini(word, end.calls);
    }
    if (end.reason.empty() && !blockReasonOfGemini(feedback).empty())
        end.reason = "content_filter";
}

/// Gemini to Gemini: events pass as they come. Only what the gateway must know is read: tokens, the end, errors.
class GeminiRelay : public CutStream
{
public:
    explicit GeminiRelay(View view)
        : CutStream(std::move(view))
    {
    }
    Result<> finish(std::string &out) override;
    const Usage &usage() const override { return m_usage; }
    const std::string &finishReason() const override { return m_end.reason; }

private:
    Result<> onEvent(const CutEvent &event, std::string &out) override;

    Usage m_usage;
    End m_end;
};

Result<> GeminiRelay::onEvent(const CutEvent &event, std::string &out)
{
    if (event.data == "[DONE]") // some gateways in front of Gemini say so; Google's clients do not read it
        return {};
    const auto chunk = wire::JsonObject::parse(std::string(event.data));
    if (!chunk)
        return broken(chunk.error().message);
    if (const std::string_view error = chunk->find("error"); saysSomething(error))
        return carried(error, event.data);
    if (const Usage usage = readGeminiUsage(chunk->find("usageMetadata")); usage.reported)
        m_usage = usage;
    readEnd(chunk->find("candidates"), chunk->find("promptFeedback"), m_end);
    if (!event.raw.empty()) {
        out += event.raw;
        return {};
    }
    out += "data: ";
    for (const char c : event.data) { // several lines of data are one text, in which a line's end is but space
        if (c != '\n' && c != '\r')
            out += c;
    }
    out += "\n\n";
    return {};
}

Result<> GeminiRelay::finish(std::string &out)
{
    if (auto last = flush(out); !last)
        return last;
    if (!m_end.reason.empty())
        return {};
    if (auto framed = checkFraming(); !framed)
        return framed;
    return cut("the stream ended without a finishReason: the answer is incomplete");
}

} // namespace

namespace {

// The address names the model. LiteLLM says it to the Gemini API in the body as well, and what stands behind a base of one's own
// may look for it there.
void repeatModel(Members &members, const Target &target)
{
    members.erase("model"); // what the caller may have put there is the gateway's name for it
    if (target.deployment.provider.name == "gemini")
        members.set("model", wire::JsonWriter().string(target.model).take());
}

} // namespace

// The deployment's defaults are in OpenAI's words; what has none of Google's is for other providers and stays away.
Result<> relayGeminiRequest(Members &members, const Target &target)
{
    repeatModel(members, target);
    const std::string_view name = nameIn(members, "generationConfig");
    Members config(members.find(name));
    bool changed = false;
    for (const auto &[word, raw] : target.deployment.defaults) {
        for (const Setting &setting : settings) {
            if (setting.openAi != word || !wire::jsonIsNull(findIn(config, setting.google)))
                continue;
            config.set(setting.google, word == "stop" && isString(raw) ? '[' + raw + ']' : raw);
            changed = true;
        }
    }
    if (!changed)
        return {};
    wire::JsonWriter json;
    json.beginObject();
    for (const auto &member : config)
        json.key(member.name).raw(member.raw);
    members.set(name, json.endObject().take());
    return {};
}

Result<Answer> relayGeminiAnswer(const wire::JsonObject &body, const View &)
{
    End end;
    readEnd(body.find("candidates"), body.find("promptFeedback"), end);
    Answer answer;
    answer.usage = readGeminiUsage(body.find("usageMetadata"));
    answer.finishReason = end.reason;
    answer.body = body.text();
    return answer;
}

std::unique_ptr<Stream> geminiRelay(View view)
{
    return std::make_unique<GeminiRelay>(std::move(view));
}

} // namespace gatehouse::translate
