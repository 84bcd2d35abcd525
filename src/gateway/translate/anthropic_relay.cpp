// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/chunk_shapes.h"
#include "gateway/translate/cut_stream.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/provider_words.h"
#include "gateway/translate/streams.h"
#include "gateway/translate/words.h"

namespace gatehouse::translate {

namespace {

/// Anthropic to Anthropic: events pass byte for byte. Only what the gateway must know is read: tokens, the end, errors.
class AnthropicRelay : public CutStream
{
public:
    explicit AnthropicRelay(View view)
        : CutStream(std::move(view))
    {
    }

    Result<> finish(std::string &out) override;
    const Usage &usage() const override { return m_usage; }
    const std::string &finishReason() const override { return m_finishReason; }
    bool saidError() const override { return m_saidError; }

private:
    Result<> onEvent(const CutEvent &event, std::string &out) override;
    Result<> onError(const wire::JsonObject &object, const CutEvent &event, std::string &out);
    void read(std::string_view type, const wire::JsonObject &object);
    void pass(const CutEvent &event, bool hold, std::string &out);

    ChunkShapes m_shapes;
    std::string m_unused; // what a known shape becomes is not needed here
    Usage m_usage;
    std::string m_finishReason;
    HeldBeginning m_beginning;
    bool m_began = false; // message_start has come
    bool m_anything = false;
    bool m_saidError = false;
    bool m_done = false;
};

Result<> AnthropicRelay::onEvent(const CutEvent &event, std::string &out)
{
    if (m_done)
        return {};
    if (m_beginning.isOver()) {
        m_unused.clear();
        if (m_shapes.relay(event.data, m_unused)) {
            pass(event, false, out);
            return {};
        }
    }
    const auto object = wire::JsonObject::parse(std::string(event.data));
    if (!object)
        return broken(object.error().message);
    const std::string type = textOf(object->find("type"));
    if (type == "error" || event.name == "error")
        return onError(*object, event, out);
    if (type == "message_stop" && !m_began)
        return cut("the stream ended before its message began");
    m_anything = true;
    read(type, *object);
    pass(event, type == "message_start" || type == "ping" || type == "content_block_start", out);
    if (type == "content_block_delta" && !event.raw.empty())
        m_shapes.learn(event.data, event.data);
    return {};
}

void AnthropicRelay::read(std::string_view type, const wire::JsonObject &object)
{
    if (type == "message_start") {
        m_began = true;
        readAnthropicUsage(member(object.find("message"), "usage"), m_usage);
    } else if (type == "message_delta") {
        readAnthropicUsage(object.find("usage"), m_usage);
        const std::string_view reason = member(object.find("delta"), "stop_reason");
        if (isString(reason))
            m_finishReason = finishReasonOf(textOf(reason));
    } else if (type == "message_stop") {
        m_done = true;
    }
}

// An error after content is the caller's to see as it came; before it, another provider may still be asked.
Result<> AnthropicRelay::onError(const wire::JsonObject &object, const CutEvent &event, std::string &out)
{
    if (m_beginning.isOver()) {
        pass(event, false, out);
        m_saidError = true;
    }
    const std::string_view error = object.find("error");
    return carried(error.empty() ? std::string_view(object.text()) : error, event.data);
}

void AnthropicRelay::pass(const CutEvent &event, bool hold, std::string &out)
{
    std::string &place = m_beginning.place(hold, out);
    if (event.raw.empty())
        appendEvent(event.name, event.data, place);
    else
        place += event.raw;
}

Result<> AnthropicRelay::finish(std::string &out)
{
    if (auto last = flush(out); !last)
        return last;
    if (m_done)
        return {};
    if (auto framed = checkFraming(); !framed)
        return framed;
    if (!m_anything)
        return cut("the stream ended before its first event");
    return cut("the stream ended without message_stop: the answer is incomplete");
}

} // namespace

std::unique_ptr<Stream> anthropicRelay(View view)
{
    return std::make_unique<AnthropicRelay>(std::move(view));
}

} // namespace gatehouse::translate
