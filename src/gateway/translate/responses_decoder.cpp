// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/answer.h"
#include "gateway/translate/events.h"
#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/provider_words.h"
#include "gateway/translate/responses_words.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <deque>
#include <limits>

namespace gatehouse::translate {

namespace {

using Kind = StreamEvent::Kind;

// No answer has so many parts.
constexpr std::size_t mostItems = 4096;
constexpr std::size_t noTool = std::numeric_limits<std::size_t>::max();

/// Reads the events of OpenAI's Responses API. Deltas are passed on as they come. The same is said again whole when a part, an
/// item and the response are done; of that only what was not said before is taken, so that servers which leave deltas out, or
/// events in between, are understood too.
class ResponsesDecoder : public EventDecoder
{
public:
    explicit ResponsesDecoder(const View &view)
        : EventDecoder(view)
    {
        wire::appendJsonString(m_model, view.upstreamModel);
    }
    Result<> decode(const CutEvent &event, std::vector<StreamEvent> &into) override;
    Result<> finish(std::vector<StreamEvent> &into) override;

private:
    /// One of the response's output items, by its place there.
    struct Item {
        std::int64_t index = 0;
        std::string id = {};
        std::size_t tool = noTool;
        bool spoke = false; ///< something of it was passed on
        bool done = false;
    };

    Result<> onEvent(std::string_view type, std::vector<StreamEvent> &into);
    void start(std::vector<StreamEvent> &into);
    void onDelta(Kind kind, std::vector<StreamEvent> &into);
    void onItemAdded(std::vector<StreamEvent> &into);
    void onItemDone(Item &item, std::string_view raw, std::vector<StreamEvent> &into);
    void onPartAdded(std::vector<StreamEvent> &into);
    void onArguments(std::vector<StreamEvent> &into);
    void onAnnotation(std::vector<StreamEvent> &into);
    Result<> onEnd(std::vector<StreamEvent> &into);
    void onWhole(std::string_view response, std::vector<StreamEvent> &into);
    Failure<Error> failure() const;
    void startTool(Item &item, std::string_view raw, std::vector<StreamEvent> &into);
    void finishTool(Item &item, std::string_view raw, std::vector<StreamEvent> &into);
    void finishMessage(const Item &item, std::string_view raw, std::vector<StreamEvent> &into);
    void finishReasoning(const Item &item, std::string_view raw, std::vector<StreamEvent> &into);
    /// The item that the event speaks of.
    Item &item();
    Item *find(std::int64_t index);
    Item &add(std::int64_t index, std::string_view id);
    void say(Kind kind, std::string_view textJson, std::vector<StreamEvent> &into, std::size_t tool = 0);
    /// \a text as JSON that holds until the next event.
    std::string_view owned(std::string_view text);

    wire::JsonObject m_object;       // what the events point into
    std::deque<std::string> m_owned; // the same, for what stands there otherwise
    std::string m_model;
    std::vector<Item> m_items;
    Item m_surplus; // what comes beyond the last item that is kept
    std::size_t m_tools = 0;
    bool m_started = false;
    bool m_unsound = false;
};

Result<> ResponsesDecoder::decode(const CutEvent &event, std::vector<StreamEvent> &into)
{
    if (event.data == "[DONE]") // some servers add it; the end is response.completed
        return {};
    auto object = wire::JsonObject::parse(std::string(event.data));
    if (!object)
        return broken(object.error().message);
    m_object = std::move(*object);
    m_owned.clear();
    if (auto done = onEvent(innerOf(m_object.find("type")), into); !done)
        return done;
    if (m_unsound)
        return broken("a string of the stream is malformed");
    return {};
}

Result<> ResponsesDecoder::onEvent(std::string_view type, std::vector<StreamEvent> &into)
{
    if (type == "error" || type == "response.failed" || saysSomething(m_object.find("error")))
        return failure();
    start(into);
    if (type == "response.output_text.delta")
        onDelta(Kind::Text, into);
    else if (type == "response.refusal.delta")
        onDelta(Kind::Refusal, into);
    else if (type == "response.reasoning_summary_text.delta" || type == "response.reasoning_text.delta")
        onDelta(Kind::Thinking, into);
    else if (type == "response.reasoning_summary_part.added")
        onPartAdded(into);
    else if (type == "response.function_call_arguments.delta")
        onArguments(into);
    else if (type == "response.output_text.annotation.added")
        onAnnotation(into);
    else if (type == "response.output_item.added")
        onItemAdded(into);
    else if (type == "response.output_item.done")
        onItemDone(item(), m_object.find("item"), into);
    else if (type == "response.completed" || type == "response.incomplete" || type == "response.done")
        return onEnd(into);
    return {};
}

Failure<Error> ResponsesDecoder::failure() const
{
    std::string_view error = m_object.find("error");
    if (!saysSomething(error))
        error = member(m_object.find("response"), "error");
    if (!saysSomething(error))
        error = m_object.text();
    return carried(error, m_object.text());
}

void ResponsesDecoder::start(std::vector<StreamEvent> &into)
{
    if (m_started)
        return;
    m_started = true;
    into.push_back({Kind::Start, {}, member(m_object.find("response"), "id"), m_model});
}

ResponsesDecoder::Item *ResponsesDecoder::find(std::int64_t index)
{
    const auto known = std::find_if(m_items.rbegin(), m_items.rend(), [&](const Item &item) { return item.index == index; });
    return known == m_items.rend() ? nullptr : &*known;
}

ResponsesDecoder::Item &ResponsesDecoder::add(std::int64_t index, std::string_view id)
{
    if (m_items.size() < mostItems)
        return m_items.emplace_back(Item {index, std::string(id)});
    return m_surplus = {index, {}, noTool, true, true};
}

// Servers are known that count every item as the first, and others that never name an item twice alike. So the place counts,
// until what stood there is done and something of another name follows.
ResponsesDecoder::Item &ResponsesDecoder::item()
{
    const std::int64_t index = countOf(m_object.find("output_index"));
    std::string_view id = innerOf(m_object.find("item_id"));
    if (id.empty())
        id = innerOf(member(m_object.find("item"), "id"));
    Item *known = find(index);
    const bool isAnother = known && known->done && !id.empty() && known->id != id;
    return known && !isAnother ? *known : add(index, id);
}

void ResponsesDecoder::onDelta(Kind kind, std::vector<StreamEvent> &into)
{
    Item &item = this->item();
    if (item.done)
        return;
    item.spoke = true;
    say(kind, m_object.find("delta"), into);
}

// The parts of a summary are paragraphs.
void ResponsesDecoder::onPartAdded(std::vector<StreamEvent> &into)
{
    const Item &item = this->item();
    if (item.spoke && !item.done)
        into.push_back({Kind::Thinking, R"("\n\n")"});
}

void ResponsesDecoder::onItemAdded(std::vector<StreamEvent> &into)
{
    const std::string_view raw = m_object.find("item");
    Item &item = this->item();
    if (innerOf(member(raw, "type")) == "function_call" && !item.done && item.tool == noTool)
        startTool(item, raw, into);
}

void ResponsesDecoder::startTool(Item &item, std::string_view raw, std::vector<StreamEvent> &into)
{
    item.tool = m_tools++;
    StreamEvent event {Kind::ToolStart, {}, soundString(member(raw, "call_id")), soundString(member(raw, "name")), item.tool};
    if (event.idJson.size() <= 2)
        event.idJson = owned(newId("call_"));
    if (event.nameJson.empty())
        event.nameJson = R"("")";
    into.push_back(std::move(event));
}

void ResponsesDecoder::onArguments(std::vector<StreamEvent> &into)
{
    Item &item = this->item();
    if (item.tool == noTool || item.done) // a call that was not announced is passed on when it is done
        return;
    item.spoke = true;
    say(Kind::ToolArguments, m_object.find("delta"), into, item.tool);
}

void ResponsesDecoder::onAnnotation(std::vector<StreamEvent> &into)
{
    const std::string_view annotation = m_object.find("annotation");
    if (!isObject(annotation))
        return;
    wire::JsonWriter json;
    m_owned.push_back(json.beginObject().key("citation").raw(annotation).endObject().take());
    into.push_back({Kind::Extra, m_owned.back()});
}

void ResponsesDecoder::onItemDone(Item &item, std::string_view raw, std::vector<StreamEvent> &into)
{
    if (item.done)
        return;
    const std::string_view type = innerOf(member(raw, "type"));
    if (type == "function_call")
        finishTool(item, raw, into);
    else if (type == "message")
        finishMessage(item, raw, into);
    else if (type == "reasoning")
        finishReasoning(item, raw, into);
    item.done = true;
}

void ResponsesDecoder::finishTool(Item &item, std::string_view raw, std::vector<StreamEvent> &into)
{
    if (item.tool == noTool)
        startTool(item, raw, into);
    const std::string_view arguments = member(raw, "arguments");
    if (!item.spoke && isObject(arguments))
        into.push_back({Kind::ToolInput, arguments, {}, {}, item.tool});
    else if (!item.spoke)
        say(Kind::ToolArguments, arguments, into, item.tool);
    into.push_back({Kind::ToolEnd, {}, {}, {}, item.tool});
}

void ResponsesDecoder::finishMessage(const Item &item, std::string_view raw, std::vector<StreamEvent> &into)
{
    JsonItems parts(member(raw, "content"));
    while (!item.spoke && parts.next()) {
        say(Kind::Text, member(parts.raw(), "text"), into);
        say(Kind::Refusal, member(parts.raw(), "refusal"), into);
    }
}

// Thinking that is shown is signed with what stands for it; without a word of it to show, that is all there is.
void ResponsesDecoder::finishReasoning(const Item &item, std::string_view raw, std::vector<StreamEvent> &into)
{
    bool shown = item.spoke;
    for (const std::string_view name : {"summary", "content"}) {
        JsonItems parts(member(raw, name));
        while (!item.spoke && parts.next()) {
            if (shown)
                into.push_back({Kind::Thinking, R"("\n\n")"});
            say(Kind::Thinking, member(parts.raw(), "text"), into);
            shown = true;
        }
    }
    if (const std::string content = textOf(member(raw, "encrypted_content")); !content.empty())
        into.push_back({shown ? Kind::Signature : Kind::Redacted, owned(reasoningSignature(content))});
}

Result<> ResponsesDecoder::onEnd(std::vector<StreamEvent> &into)
{
    const std::string_view response = m_object.find("response");
    if (saysSomething(member(response, "error")))
        return failure();
    if (const std::string_view usage = member(response, "usage"); isObject(usage))
        m_usage = readResponsesUsage(usage);
    onWhole(response, into);
    auto reason = finishReasonOfResponse(response, m_tools > 0);
    if (!reason)
        return broken("the answer is not complete: its status is " + textOf(member(response, "status")));
    StreamEvent event {Kind::Finish};
    event.finish = std::move(*reason);
    into.push_back(std::move(event));
    into.push_back({Kind::End});
    return {};
}

// The response as a whole completes what was begun, and is all there is where no item came before it.
void ResponsesDecoder::onWhole(std::string_view response, std::vector<StreamEvent> &into)
{
    const bool isAll = m_items.empty();
    JsonItems items(member(response, "output"));
    for (std::int64_t index = 0; items.next(); ++index) {
        Item *known = isAll ? &add(index, {}) : find(index);
        if (known)
            onItemDone(*known, items.raw(), into);
    }
}

std::string_view ResponsesDecoder::owned(std::string_view text)
{
    std::string json;
    wire::appendJsonString(json, text);
    return m_owned.emplace_back(std::move(json));
}

void ResponsesDecoder::say(Kind kind, std::string_view textJson, std::vector<StreamEvent> &into, std::size_t tool)
{
    if (!isString(textJson) || textJson.size() <= 2)
        return;
    m_unsound = m_unsound || !hasSoundEscapes(textJson);
    into.push_back({kind, textJson, {}, {}, tool});
}

Result<> ResponsesDecoder::finish(std::vector<StreamEvent> &)
{
    return cut(m_started ? "the stream ended without response.completed: the answer is incomplete"
                         : "the stream ended before its first event");
}

} // namespace

std::unique_ptr<EventDecoder> responsesDecoder(const View &view)
{
    return std::make_unique<ResponsesDecoder>(view);
}

} // namespace gatehouse::translate
