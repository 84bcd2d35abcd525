// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/json_view.h"
#include "gateway/translate/operations.h"
#include "gateway/translate/provider_words.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::translate {

namespace {

Usage usageOf(std::string_view raw)
{
    Usage usage;
    usage.reported = isObject(raw);
    // Embeddings count as chats do, audio and images in the words of the Responses API.
    usage.input = countOf(member(raw, "prompt_tokens")) + countOf(member(raw, "input_tokens"));
    usage.output = countOf(member(raw, "completion_tokens")) + countOf(member(raw, "output_tokens"));
    return usage;
}

} // namespace

Encoded writeOperation(const Members &members, const wire::Call &call, const Target &target, bool namesModel)
{
    Members all(call.body.find("extra_body"));
    all.offerAll(Members(target.deployment.extraBody));
    all.erase("model");
    wire::JsonWriter json;
    json.beginObject();
    if (namesModel)
        json.key("model").string(target.model);
    for (const auto &[name, raw] : members) {
        if (name != "model")
            json.key(name).raw(raw);
    }
    for (const auto &[name, raw] : all) {
        if (!members.has(name))
            json.key(name).raw(raw);
    }
    return Encoded {json.endObject().take(), {}, false};
}

Result<Encoded> encodeAsOpenAi(Members members, const wire::Call &call, const Target &target)
{
    offerDefaults(members, target.deployment);
    return writeOperation(members, call, target);
}

Result<Answer> decodeAsOpenAi(std::string_view body, const View &view)
{
    auto object = wire::JsonObject::parse(std::string(body));
    if (!object)
        return Failure {brokenAnswer(view,
            "Unable to get json response - " + object.error().message
                + ", Original Response: " + std::string(body.substr(0, 500)))};
    if (const std::string_view error = object->find("error"); saysSomething(error))
        return Failure {carriedError(view, error, object->text())};
    Answer answer;
    answer.usage = usageOf(object->find("usage"));
    answer.body = object->text();
    return answer;
}

} // namespace gatehouse::translate
