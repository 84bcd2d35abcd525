// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/gemini_request.h"
#include "gateway/translate/gemini_schema.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/request_writer.h"
#include "gateway/translate/rest_members.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gatehouse::translate {

namespace {

using Names = std::pair<std::string_view, std::string_view>;

// Members that stand beside the contents, as callers write them and as Gemini does.
constexpr std::array<Names, 11> topLevel {{
    {"safety_settings", "safetySettings"},
    {"safetySettings", "safetySettings"},
    {"cached_content", "cachedContent"},
    {"cachedContent", "cachedContent"},
    {"labels", "labels"},
    {"tool_config", "toolConfig"},
    {"toolConfig", "toolConfig"},
    {"model_armor_config", "modelArmorConfig"},
    {"modelArmorConfig", "modelArmorConfig"},
    {"service_tier", "serviceTier"},
    {"serviceTier", "serviceTier"},
}};

// What belongs into generationConfig, beyond what a conversation has a place for; a name in both spellings would be refused.
constexpr std::array<Names, 39> generation {{
    {"n", "candidate_count"},
    {"candidate_count", "candidate_count"},
    {"candidateCount", "candidate_count"},
    {"max_output_tokens", "max_output_tokens"},
    {"maxOutputTokens", "max_output_tokens"},
    {"temperature", "temperature"},
    {"top_p", "top_p"},
    {"topP", "top_p"},
    {"top_k", "top_k"},
    {"topK", "top_k"},
    {"stop_sequences", "stop_sequences"},
    {"stopSequences", "stop_sequences"},
    {"presence_penalty", "presence_penalty"},
    {"presencePenalty", "presence_penalty"},
    {"frequency_penalty", "frequency_penalty"},
    {"frequencyPenalty", "frequency_penalty"},
    {"seed", "seed"},
    {"logprobs", "responseLogprobs"},
    {"responseLogprobs", "responseLogprobs"},
    {"top_logprobs", "logprobs"},
    {"response_mime_type", "response_mime_type"},
    {"responseMimeType", "response_mime_type"},
    {"response_schema", "response_schema"},
    {"responseSchema", "response_schema"},
    {"response_json_schema", "response_json_schema"},
    {"responseJsonSchema", "response_json_schema"},
    {"response_modalities", "responseModalities"},
    {"responseModalities", "responseModalities"},
    {"speech_config", "speechConfig"},
    {"speechConfig", "speechConfig"},
    {"thinking_config", "thinkingConfig"},
    {"thinkingConfig", "thinkingConfig"},
    {"media_resolution", "mediaResolution"},
    {"mediaResolution", "mediaResolution"},
    {"image_config", "imageConfig"},
    {"imageConfig", "imageConfig"},
    {"audio_timestamp", "audioTimestamp"},
    {"audioTimestamp", "audioTimestamp"},
    {"routing_config", "routingConfig"},
}};

// What becomes something else than a member of another name.
constexpr std::array<std::string_view, 5> reworded {
    "modalities", "audio", "web_search_options", "generationConfig", "generation_config"};

template <typename Table> std::string_view renamed(const Table &table, std::string_view name)
{
    const auto row = std::find_if(table.begin(), table.end(), [&](const Names &names) { return names.first == name; });
    return row == table.end() ? std::string_view() : row->second;
}

class Writer : RequestWriter
{
public:
    Writer(const Conversation &conversation, const Target &target)
        : RequestWriter(conversation, target)
        , m_model(geminiModel(target.model))
    {
    }

    Result<ProviderRequest> write();

private:
    Result<> writeContents();
    Result<> writeTools();
    void writeToolConfig();
    Result<> writeRest();
    void configure(std::string_view config);
    bool place(const Members::Member &member);
    Result<> writeSound(std::string_view audio);
    void writeModalities(std::string_view modalities);
    void writeSampling();
    Result<> writeFormat();
    void writeGeneration();
    bool declaresFunctions() const;

    const GeminiModel m_model;
    Members m_generation;
};

Result<ProviderRequest> Writer::write()
{
    if (auto done = take(*this, {&Writer::writeContents, &Writer::writeTools, &Writer::writeRest, &Writer::writeFormat}); !done)
        return Failure {std::move(done).error()};
    writeToolConfig();
    writeSampling();
    if (std::string thinking = writeGeminiThinking(m_conversation, m_target.model); !thinking.empty())
        m_generation.set("thinkingConfig", std::move(thinking));
    writeGeneration();
    return std::move(m_result);
}

Result<> Writer::writeContents()
{
    auto contents = writeGeminiContents(m_conversation, m_target);
    if (!contents)
        return Failure {std::move(contents).error()};
    out().set("contents", std::move(contents->contents));
    if (!contents->system.empty())
        out().set("system_instruction", std::move(contents->system));
    return {};
}

Result<> Writer::writeTools()
{
    auto tools = writeGeminiTools(m_conversation, m_target);
    if (!tools)
        return Failure {std::move(tools).error()};
    if (!tools->empty())
        out().set("tools", std::move(*tools));
    return {};
}

bool Writer::declaresFunctions() const
{
    return std::any_of(
        m_conversation.tools.begin(), m_conversation.tools.end(), [](const Tool &tool) { return tool.otherJson.empty(); });
}

void Writer::writeToolConfig()
{
    if (!m_conversation.toolChoice || !declaresFunctions())
        return;
    const ToolChoice &choice = *m_conversation.toolChoice;
    wire::JsonWriter json;
    json.beginObject().key("functionCallingConfig").beginObject().key("mode");
    switch (choice.kind) {
    case ToolChoice::Kind::Auto: json.string("AUTO"); break;
    case ToolChoice::Kind::None: json.string("NONE"); break;
    case ToolChoice::Kind::Required: json.string("ANY"); break;
    case ToolChoice::Kind::Named:
        json.string("ANY").key("allowed_function_names").beginArray().string(choice.name).endArray();
        break;
    }
    out().set("toolConfig", json.endObject().endObject().take());
}

Result<> Writer::writeRest()
{
    auto rest = restFor(m_conversation, m_target);
    if (!rest)
        return Failure {std::move(rest).error()};
    for (const Members::Member &each : *rest) {
        if (each.name == "audio") {
            if (auto done = writeSound(each.raw); !done)
                return done;
        } else if (each.name == "modalities") {
            writeModalities(each.raw);
        } else if (each.name == "generationConfig" || each.name == "generation_config") {
            configure(each.raw);
        }
    }
    std::vector<Members::Member> unknown; // to be offered at once: a hostile body may have a hundred thousand
    for (const Members::Member &each : *rest) {
        if (std::find(reworded.begin(), reworded.end(), each.name) == reworded.end() && !place(each))
            unknown.push_back(each);
    }
    out().offerAll(unknown);
    return {};
}

// A generationConfig as the caller wrote it. Within it logprobs is the number, as Gemini has it.
void Writer::configure(std::string_view config)
{
    Members given(config), known;
    for (const auto &[name, raw] : given) {
        if (const std::string_view ours = renamed(generation, name); !ours.empty() && name != "logprobs")
            known.set(ours, std::string(raw));
    }
    given.eraseIf([](std::string_view name) { return name != "logprobs" && !renamed(generation, name).empty(); });
    m_generation.offerAll(std::move(known));
    m_generation.offerAll(std::move(given));
}

// False when the name is none of Gemini's.
bool Writer::place(const Members::Member &member)
{
    if (const std::string_view name = renamed(generation, member.name); !name.empty())
        m_generation.set(name, std::string(member.raw));
    else if (const std::string_view beside = renamed(topLevel, member.name); !beside.empty())
        out().set(beside, std::string(member.raw));
    else
        return false;
    return true;
}

// A voice, for models that speak. They give the bare samples and nothing else.
Result<> Writer::writeSound(std::string_view audio)
{
    const std::string_view format = innerOf(member(audio, "format"));
    if (!format.empty() && format != "pcm16" && !m_target.dropParams)
        return Failure {Error {Fault::BadRequest,
            "audio.format must be pcm16: Gemini's voices have no other. Set drop_params to take what there is"}};
    const std::string voice = textOf(member(audio, "voice"));
    wire::JsonWriter json;
    json.beginObject().key("voiceConfig").beginObject().key("prebuiltVoiceConfig").beginObject();
    json.key("voiceName").string(voice).endObject().endObject().endObject();
    if (!voice.empty())
        m_generation.set("speechConfig", json.take());
    m_generation.set("responseModalities", "[\"AUDIO\"]");
    return {};
}

void Writer::writeModalities(std::string_view modalities)
{
    wire::JsonWriter json;
    json.beginArray();
    JsonItems items(modalities);
    while (items.next()) {
        std::string word = textOf(items.raw());
        std::transform(word.begin(), word.end(), word.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
        json.string(word);
    }
    m_generation.set("responseModalities", json.endArray().take());
}

void Writer::writeSampling()
{
    setNumber(m_generation, "temperature", m_conversation.temperature);
    setNumber(m_generation, "top_p", m_conversation.topP);
    setNumber(m_generation, "top_k", m_conversation.topK);
    setNumber(m_generation, "max_output_tokens", m_conversation.maxTokens);
    if (m_model.isThree()) // Google advises against any other, and LiteLLM says so where nobody asked
        m_generation.offer("temperature", "1.0");
    setTexts(m_generation, "stop_sequences", m_conversation.stop);
}

Result<> Writer::writeFormat()
{
    const Members format(m_conversation.responseFormatJson);
    const std::string_view type = innerOf(format.find("type"));
    if (type != "json_object" && type != "json_schema")
        return {};
    m_generation.set("response_mime_type", "\"application/json\"");
    std::string_view schema = member(format.find("json_schema"), "schema");
    for (const std::string_view name : {"response_schema", "schema"}) {
        if (!isObject(schema))
            schema = format.find(name);
    }
    if (!isObject(schema))
        return {};
    if (m_model.takesJsonSchema()) {
        m_generation.set("response_json_schema", std::string(schema));
        return {};
    }
    auto cleaned = geminiSchema(schema);
    if (!cleaned)
        return Failure {std::move(cleaned).error()};
    if (!cleaned->empty())
        m_generation.set("response_schema", std::move(*cleaned));
    return {};
}

void Writer::writeGeneration()
{
    if (m_generation.empty())
        return;
    wire::JsonWriter json;
    json.beginObject();
    for (const auto &[name, raw] : m_generation)
        json.key(name).raw(raw);
    out().set("generationConfig", json.endObject().take());
}

} // namespace

Result<ProviderRequest> writeGeminiRequest(const Conversation &conversation, const Target &target)
{
    return Writer(conversation, target).write();
}

} // namespace gatehouse::translate
