// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/embeddings.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/operations.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

/// What is to be embedded, each as a JSON string.
struct Input {
    std::vector<std::string_view> texts, images;
};

Failure<Error> refusal(std::string_view what, const Target &target)
{
    return {Error {Fault::BadRequest, target.deployment.provider.title + "Exception - " + std::string(what), 0, {}, "input"}};
}

void add(Input &input, std::string_view raw)
{
    const bool isImage = innerOf(raw).starts_with("data:image/");
    (isImage ? input.images : input.texts).push_back(raw);
}

Result<Input> readInput(const Members &members, const Target &target)
{
    const std::string_view raw = members.find("input");
    Input input;
    if (isString(raw)) {
        add(input, raw);
        return input;
    }
    JsonItems items(raw);
    while (items.next()) {
        if (!isString(items.raw()))
            return refusal("input must be a text or an array of texts", target);
        add(input, items.raw());
    }
    if (input.texts.empty() && input.images.empty())
        return refusal("input holds nothing to embed", target);
    return input;
}

std::string arrayOf(const std::vector<std::string_view> &items)
{
    std::string json = "[";
    for (const std::string_view item : items)
        json.append(json.size() > 1 ? "," : "").append(item);
    return json + "]";
}

void rename(Members &members, std::string_view from, std::string_view to)
{
    if (members.has(from) && !members.has(to))
        members.set(to, std::string(members.find(from)));
    members.erase(from);
}

// A provider that embeds nothing but texts is given them all, whatever they look like.
Result<std::string> textsOf(const Members &members, const Target &target)
{
    auto input = readInput(members, target);
    if (!input)
        return Failure {std::move(input).error()};
    if (!input->images.empty())
        return refusal("images cannot be embedded by " + target.deployment.provider.name, target);
    return arrayOf(input->texts);
}

} // namespace

Result<Encoded> encodeMistralEmbedding(Members members, const wire::Call &call, const Target &target)
{
    offerDefaults(members, target.deployment);
    rename(members, "dimensions", "output_dimension");
    members.erase("user");
    return encodeAsOpenAi(std::move(members), call, target);
}

Result<Encoded> encodeJinaEmbedding(Members members, const wire::Call &call, const Target &target)
{
    offerDefaults(members, target.deployment);
    rename(members, "encoding_format", "embedding_type");
    members.erase("user");
    return encodeAsOpenAi(std::move(members), call, target);
}

Result<Encoded> encodeVoyageEmbedding(Members members, const wire::Call &call, const Target &target)
{
    offerDefaults(members, target.deployment);
    rename(members, "dimensions", "output_dimension");
    if (members.find("encoding_format") == "\"float\"") // its word for that is silence
        members.erase("encoding_format");
    members.erase("user");
    return encodeAsOpenAi(std::move(members), call, target);
}

Result<Encoded> encodeCohereEmbedding(Members members, const wire::Call &call, const Target &target)
{
    offerDefaults(members, target.deployment);
    auto input = readInput(members, target);
    if (!input)
        return Failure {std::move(input).error()};
    if (!input->images.empty() && !input->texts.empty())
        return refusal("texts and images are not embedded in one request", target);
    const bool isImages = !input->images.empty();
    members.set(isImages ? "images" : "texts", arrayOf(isImages ? input->images : input->texts));
    for (const char *name : {"input", "encoding_format", "user"})
        members.erase(name);
    rename(members, "dimensions", "output_dimension");
    members.offer("input_type", isImages ? "\"image\"" : "\"search_document\"");
    members.offer("embedding_types", "[\"float\"]");
    return writeOperation(members, call, target);
}

Result<Encoded> encodeOllamaEmbedding(Members members, const wire::Call &call, const Target &target)
{
    static constexpr std::array<std::string_view, 5> own {"input", "dimensions", "keep_alive", "options", "truncate"};
    offerDefaults(members, target.deployment);
    auto texts = textsOf(members, target);
    if (!texts)
        return Failure {std::move(texts).error()};
    members.set("input", std::move(*texts));
    for (const char *name : {"model", "encoding_format", "user"})
        members.erase(name);
    Members options(members.find("options"));
    for (const auto &[name, raw] : members) {
        if (std::find(own.begin(), own.end(), name) == own.end())
            options.offer(name, raw);
    }
    std::string text;
    for (const auto &[name, raw] : options) {
        text += text.empty() ? "{" : ",";
        wire::appendJsonString(text, name);
        text.append(":").append(raw);
    }
    members.eraseIf([](std::string_view name) { return std::find(own.begin(), own.end(), name) == own.end(); });
    if (!text.empty())
        members.set("options", text + "}");
    return writeOperation(members, call, target);
}

Result<Encoded> encodeHuggingFaceEmbedding(Members members, const wire::Call &call, const Target &target)
{
    offerDefaults(members, target.deployment);
    auto texts = textsOf(members, target);
    if (!texts)
        return Failure {std::move(texts).error()};
    members.set("inputs", std::move(*texts));
    for (const char *name : {"input", "encoding_format", "user"})
        members.erase(name);
    return writeOperation(members, call, target, false);
}

} // namespace gatehouse::translate
