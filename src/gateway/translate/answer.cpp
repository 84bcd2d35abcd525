// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/answer.h"

#include "gateway/translate/array_stream.h"
#include "gateway/translate/dialects.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/operations.h"
#include "gateway/translate/provider_words.h"
#include "gateway/translate/reframe.h"
#include "gateway/translate/streams.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::translate {

namespace {

Failure<Error> garbage(const wire::JsonObject *object, const Error &problem, std::string_view body, const View &view)
{
    const std::string what = object ? "the answer is not of the provider's dialect" : problem.message;
    return {
        brokenAnswer(view, "Unable to get json response - " + what + ", Original Response: " + std::string(body.substr(0, 500)))};
}

bool looksRight(const wire::JsonObject &object, Dialect dialect)
{
    const DialectRow &known = row(dialect);
    const std::string_view answer = object.find(known.answer);
    const bool isAnswer = known.answersObject ? isObject(answer) : isArray(answer);
    return isAnswer || (!known.refusal.empty() && isObject(object.find(known.refusal)));
}

} // namespace

Result<Answer> decodeAnswer(std::string_view body, const View &view)
{
    if (view.operation != Operation::Chat)
        return decodeOperation(body, view);
    std::string text;
    text.reserve(body.size() + 64); // room for the parser's padding, so that the text is copied once
    text = body;
    const auto object = wire::JsonObject::parse(std::move(text));
    if (!object)
        return garbage(nullptr, object.error(), body, view);
    if (const std::string_view error = object->find("error"); saysSomething(error))
        return Failure {carriedError(view, error, object->text())};
    if (!looksRight(*object, view.from))
        return garbage(&*object, {}, body, view);
    if (view.from == view.to)
        return row(view.from).relayAnswer(*object, view);
    auto completion = row(view.from).readAnswer(*object, view);
    if (!completion)
        return Failure {std::move(completion).error()};
    Answer answer;
    answer.body = row(view.to).writeAnswer(*completion, view);
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

namespace {

/// A stream behind a reframer.
class ReframedStream final : public Stream
{
public:
    ReframedStream(std::unique_ptr<Reframer> reframer, std::unique_ptr<Stream> inner, View view)
        : m_reframer(std::move(reframer))
        , m_inner(std::move(inner))
        , m_view(std::move(view))
    {
    }
    Result<> feed(std::string_view bytes, std::string &out) override
    {
        m_sse.clear();
        auto reframed = m_reframer->feed(bytes, m_sse);
        // What came whole counts, also when it is followed by what is broken.
        if (auto fed = m_inner->feed(m_sse, out); !fed)
            return fed;
        return judged(std::move(reframed));
    }
    Result<> finish(std::string &out) override
    {
        m_sse.clear();
        auto reframed = m_reframer->finish(m_sse);
        if (auto fed = m_inner->feed(m_sse, out); !fed)
            return fed;
        if (!reframed) // the stream stopped inside a frame
            return Failure {cutAnswer(m_view, reframed.error().message)};
        return m_inner->finish(out);
    }
    const Usage &usage() const override { return m_inner->usage(); }
    const std::string &finishReason() const override { return m_inner->finishReason(); }
    bool saidError() const override { return m_inner->saidError(); }

private:
    Result<> judged(Result<> reframed) const
    {
        if (reframed)
            return {};
        return Failure {brokenAnswer(m_view, reframed.error().message)};
    }

    std::unique_ptr<Reframer> m_reframer;
    std::unique_ptr<Stream> m_inner;
    const View m_view;
    std::string m_sse;
};

} // namespace

std::unique_ptr<Stream> reframed(std::unique_ptr<Stream> stream, std::string_view contentType, View view)
{
    auto reframer = reframerFor(contentType);
    if (!reframer)
        return stream;
    return std::make_unique<ReframedStream>(std::move(reframer), std::move(stream), std::move(view));
}

std::unique_ptr<Stream> makeStream(View view, std::string_view contentType)
{
    if (view.operation != Operation::Chat && view.operation != Operation::StoredResponse) {
        const bool isBytes = view.operation == Operation::Speech && !contentType.starts_with("text/event-stream");
        return isBytes ? binaryRelay(std::move(view)) : eventRelay(std::move(view));
    }
    const bool isArray = view.framing == wire::Framing::Array;
    auto stream = view.from == view.to ? row(view.from).relay(view) : translatedStream(view);
    stream = reframed(std::move(stream), contentType, std::move(view));
    return isArray ? arrayStream(std::move(stream)) : std::move(stream);
}

} // namespace gatehouse::translate
