// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/count_tokens.h"

#include "gateway/translate/google_names.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/provider_words.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

// They steer the answer; Anthropic's counter refuses them.
constexpr std::array<std::string_view, 11> notCounted {"container", "inference_geo", "max_tokens", "metadata", "model",
    "service_tier", "stop_sequences", "stream", "temperature", "top_k", "top_p"};
// All that Vertex's counter takes; its model stands in the address.
constexpr std::array<std::string_view, 4> countedByVertex {"contents", "generationConfig", "systemInstruction", "tools"};

bool isVertex(const Target &target)
{
    return target.deployment.provider.name.starts_with("vertex_ai");
}

// A count may come in the clothes of a whole request.
Members unwrapped(Members members, Dialect door)
{
    const std::string_view inner = findIn(members, "generateContentRequest");
    return door == Dialect::GeminiGenerate && isObject(inner) ? Members(inner) : std::move(members);
}

/// The chat in the words of the provider, as an object that owns its text; nothing where it came in them.
Result<wire::JsonObject> asChat(Members members, const wire::Call &call, const Target &target)
{
    auto chat = encodeChat(std::move(members), call, target);
    if (!chat)
        return Failure {std::move(chat).error()};
    return wire::JsonObject::parse(std::move(chat->body));
}

Encoded anthropicQuestion(const Members &members, const Target &target)
{
    wire::JsonWriter json;
    json.beginObject().key("model").string(target.model);
    for (const auto &[name, raw] : members) {
        if (std::find(notCounted.begin(), notCounted.end(), name) == notCounted.end())
            json.key(name).raw(raw);
    }
    return {json.endObject().take(), {}, false};
}

Encoded vertexQuestion(const Members &members)
{
    wire::JsonWriter json;
    json.beginObject();
    for (const std::string_view name : countedByVertex) {
        if (const std::string_view raw = findIn(members, name); !wire::jsonIsNull(raw))
            json.key(name).raw(raw);
    }
    return {json.endObject().take(), {}, false};
}

// Contents may stand alone; whatever else there is belongs into a generateContentRequest, which names its model.
Encoded geminiQuestion(const Members &members, const Target &target)
{
    const bool isAlone = std::all_of(
        members.begin(), members.end(), [](const auto &member) { return member.name == "contents" || member.name == "model"; });
    wire::JsonWriter json;
    json.beginObject();
    if (!isAlone)
        json.key("generateContentRequest").beginObject().key("model").string("models/" + std::string(target.model));
    for (const auto &[name, raw] : members) {
        if (name != "model")
            json.key(name).raw(raw);
    }
    if (!isAlone)
        json.endObject();
    return {json.endObject().take(), {}, false};
}

} // namespace

Result<Encoded> encodeAnthropicCount(Members members, const wire::Call &call, const Target &target)
{
    if (call.dialect == target.dialect)
        return anthropicQuestion(members, target);
    auto chat = asChat(unwrapped(std::move(members), call.dialect), call, target);
    if (!chat)
        return Failure {std::move(chat).error()};
    return anthropicQuestion(Members(*chat), target);
}

Result<Encoded> encodeGeminiCount(Members members, const wire::Call &call, const Target &target)
{
    const auto question = [&](const Members &all) {
        return isVertex(target) ? vertexQuestion(all) : geminiQuestion(all, target);
    };
    if (call.dialect == target.dialect)
        return question(unwrapped(std::move(members), call.dialect));
    auto chat = asChat(std::move(members), call, target);
    if (!chat)
        return Failure {std::move(chat).error()};
    return question(Members(*chat));
}

Result<Answer> decodeCount(std::string_view body, const View &view)
{
    auto object = wire::JsonObject::parse(std::string(body));
    if (!object)
        return Failure {brokenAnswer(view, "the count is no JSON: " + object.error().message)};
    if (const std::string_view error = object->find("error"); saysSomething(error))
        return Failure {carriedError(view, error, object->text())};
    const std::string_view count = object->find(view.from == Dialect::GeminiGenerate ? "totalTokens" : "input_tokens");
    if (wire::jsonKind(count) != 'n')
        return Failure {brokenAnswer(view, "the answer holds no count")};
    Answer answer;
    answer.body = view.from == view.to ? object->text() : countAnswer(countOf(count), false, view.to);
    return answer;
}

std::string countAnswer(std::int64_t tokens, bool isEstimate, Dialect door)
{
    const bool isGemini = door == Dialect::GeminiGenerate;
    wire::JsonWriter json;
    json.beginObject().key(isGemini ? "totalTokens" : "input_tokens").number(tokens);
    if (isEstimate)
        json.key(isGemini ? "isEstimate" : "is_estimate").boolean(true);
    return json.endObject().take();
}

std::string_view countedPart(const wire::JsonObject &body)
{
    const std::string_view inner = findIn(Members(body), "generateContentRequest");
    return isObject(inner) ? inner : std::string_view(body.text());
}

} // namespace gatehouse::translate
