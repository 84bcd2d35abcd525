// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/cut_stream.h"
#include "gateway/translate/edits.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/provider_words.h"
#include "gateway/translate/responses_desk.h"
#include "gateway/translate/responses_door.h"
#include "gateway/translate/responses_words.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::translate {

namespace {

/// What a response says of itself.
struct Seen {
    Usage usage;
    std::string finishReason;
};

Seen seen(std::string_view response)
{
    Seen result;
    result.usage = readResponsesUsage(member(response, "usage"));
    bool called = false;
    JsonItems items(member(response, "output"));
    while (items.next())
        called = called || innerOf(member(items.raw(), "type")) == "function_call";
    result.finishReason = finishReasonOfResponse(response, called).value_or("");
    return result;
}

std::string quoted(std::string_view text)
{
    return wire::JsonWriter().string(text).take();
}

// The ids by which the caller knows the response and the one before it; \a response is a view into the text of \a edits.
void renameIds(std::string_view response, const View &view, Edits &edits)
{
    const std::string_view id = member(response, "id");
    if (view.desk && isString(id))
        edits.replace(id, quoted(view.desk->clientsId(textOf(id))));
    const std::string_view asked = view.request ? view.request->find("previous_response_id") : std::string_view();
    if (const std::string_view before = member(response, "previous_response_id"); isString(before) && isString(asked))
        edits.replace(before, std::string(soundString(asked)));
    else if (view.desk && isString(before))
        edits.replace(before, quoted(view.desk->clientsId(textOf(before))));
}

/// Responses to Responses: events pass byte for byte but for the response's id. Only what the gateway must know is read.
class ResponsesRelay : public CutStream
{
public:
    explicit ResponsesRelay(View view)
        : CutStream(std::move(view))
    {
    }

    Result<> finish(std::string &out) override;
    const Usage &usage() const override { return m_seen.usage; }
    const std::string &finishReason() const override { return m_seen.finishReason; }
    bool saidError() const override { return m_saidError; }

private:
    Result<> onEvent(const CutEvent &event, std::string &out) override;
    Result<> onError(const wire::JsonObject &object, const CutEvent &event, std::string &out);

    Seen m_seen;
    HeldBeginning m_beginning;
    bool m_saidError = false;
    bool m_done = false;
};

// What only announces an answer says nothing yet.
bool announces(std::string_view type)
{
    return type == "response.created" || type == "response.in_progress" || type == "response.queued" || type.ends_with(".added");
}

bool isEnd(std::string_view type)
{
    return type == "response.completed" || type == "response.incomplete";
}

Result<> ResponsesRelay::onEvent(const CutEvent &event, std::string &out)
{
    if (m_done || event.data == "[DONE]")
        return {};
    const auto object = wire::JsonObject::parse(std::string(event.data));
    if (!object)
        return broken(object.error().message);
    const std::string type = textOf(object->find("type"));
    const std::string_view response = object->find("response");
    if (type == "error" || type == "response.failed" || (type.empty() && saysSomething(object->find("error"))))
        return onError(*object, event, out);
    std::string &into = m_beginning.place(announces(type), out);
    if (!isObject(response)) {
        if (event.raw.empty())
            appendEvent(event.name, event.data, into);
        else
            into += event.raw;
        return {};
    }
    Edits edits(object->text());
    renameIds(response, m_view, edits);
    std::string renamed;
    edits.apply(renamed);
    appendEvent(event.name, renamed, into);
    if (isEnd(type)) {
        m_seen = seen(response);
        m_done = true;
        into += "data: [DONE]\n\n";
    }
    return {};
}

// An error after content is the caller's to see as it came; before it, another provider may still be asked.
Result<> ResponsesRelay::onError(const wire::JsonObject &object, const CutEvent &event, std::string &out)
{
    const std::string_view response = object.find("response");
    if (m_beginning.isOver()) {
        Edits edits(object.text());
        renameIds(response, m_view, edits);
        std::string renamed;
        edits.apply(renamed);
        appendEvent(event.name, renamed, out);
        m_saidError = true;
    }
    m_seen = seen(response);
    std::string_view error = isObject(response) ? member(response, "error") : object.find("error");
    if (!saysSomething(error))
        error = object.text();
    return carried(error, event.data);
}

Result<> ResponsesRelay::finish(std::string &out)
{
    if (auto last = flush(out); !last)
        return last;
    if (m_done)
        return {};
    if (auto framed = checkFraming(); !framed)
        return framed;
    return cut("the stream ended without response.completed: the answer is incomplete");
}

} // namespace

std::unique_ptr<Stream> responsesRelay(View view)
{
    return std::make_unique<ResponsesRelay>(std::move(view));
}

Result<Answer> decodeStoredResponse(std::string_view body, const View &view)
{
    const auto object = wire::JsonObject::parse(std::string(body));
    if (!object)
        return Failure {brokenAnswer(view, object.error().message)};
    Answer answer;
    Edits edits(object->text());
    if (innerOf(object->find("object")).starts_with("response"))
        renameIds(object->text(), view, edits);
    edits.apply(answer.body);
    return answer;
}

Result<Answer> relayResponsesAnswer(const wire::JsonObject &body, const View &view)
{
    Seen said = seen(body.text());
    Answer answer {{}, said.usage, std::move(said.finishReason)};
    Edits edits(body.text());
    renameIds(body.text(), view, edits);
    if (!view.model.empty() && body.has("model"))
        edits.replace(body.find("model"), quoted(view.model));
    answer.body.reserve(body.text().size() + 256);
    edits.apply(answer.body);
    return answer;
}

} // namespace gatehouse::translate
