// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/answer.h"

#include "gateway/translate/json_view.h"
#include "gateway/translate/provider_words.h"
#include "gateway/translate/streams.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::translate {

namespace {

Failure<Error> garbage(const wire::JsonObject *object, const Error &problem, std::string_view body, const View &view)
{
    const std::string what = object ? "the answer is not of the provider's dialect" : problem.message;
    return {brokenAnswer(view.provider, view.to,
        "Unable to get json response - " + what + ", Original Response: " + std::string(body.substr(0, 500)))};
}

bool looksRight(const wire::JsonObject &object, Dialect dialect)
{
    return isArray(object.find(dialect == Dialect::OpenAiChat ? "choices" : "content"));
}

Result<Completion> read(const wire::JsonObject &object, const View &view)
{
    return view.from == Dialect::OpenAiChat ? readOpenAiAnswer(object, view) : readAnthropicAnswer(object, view);
}

} // namespace

Result<Answer> decodeAnswer(std::string_view body, const View &view)
{
    std::string text;
    text.reserve(body.size() + 64); // room for the parser's padding, so that the text is copied once
    text = body;
    const auto object = wire::JsonObject::parse(std::move(text));
    if (!object)
        return garbage(nullptr, object.error(), body, view);
    if (const std::string_view error = object->find("error"); saysSomething(error))
        return Failure {carriedError(view.provider, view.to, error, object->text())};
    if (!looksRight(*object, view.from))
        return garbage(&*object, {}, body, view);
    if (view.from == view.to)
        return view.from == Dialect::OpenAiChat ? relayOpenAiAnswer(*object, view) : relayAnthropicAnswer(*object, view);
    auto completion = read(*object, view);
    if (!completion)
        return Failure {std::move(completion).error()};
    Answer answer;
    answer.body = view.to == Dialect::OpenAiChat ? writeOpenAiAnswer(*completion, view) : writeAnthropicAnswer(*completion, view);
    answer.usage = completion->usage;
    answer.finishReason = completion->finishReason;
    return answer;
}

std::string argumentsObject(std::string arguments)
{
    if (arguments.find_first_not_of(" \t\r\n") == std::string::npos)
        return "{}";
    if (wire::JsonObject::parse(arguments))
        return arguments;
    wire::JsonWriter json;
    json.beginObject().key("_raw").string(arguments).endObject();
    return json.take();
}

std::unique_ptr<Stream> makeStream(View view)
{
    if (view.from != view.to)
        return translatedStream(std::move(view));
    return view.from == Dialect::OpenAiChat ? openAiRelay(std::move(view)) : anthropicRelay(std::move(view));
}

} // namespace gatehouse::translate
