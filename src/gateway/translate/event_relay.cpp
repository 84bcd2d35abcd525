// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/json_view.h"
#include "gateway/translate/provider_words.h"
#include "gateway/translate/streams.h"
#include "gateway/wire/sse.h"

namespace gatehouse::translate {

namespace {

/// Events that both sides know and that are no conversation (a transcript, images in the making): they go on as they come. They
/// are read only to know whether the stream came to its end, and what it cost.
class EventRelay final : public Stream
{
public:
    explicit EventRelay(View view)
        : m_view(std::move(view))
    {
    }
    Result<> feed(std::string_view bytes, std::string &out) override
    {
        m_parser.feed(bytes);
        while (const auto event = m_parser.next())
            read(event->data);
        if (m_parser.overflowed())
            return Failure {brokenAnswer(m_view, "an event of the stream is larger than 16 MiB")};
        out += bytes;
        return {};
    }
    Result<> finish(std::string &) override
    {
        if (m_isComplete && !m_parser.hasRest())
            return {};
        return Failure {cutAnswer(m_view, "the stream ended before it was complete")};
    }
    const Usage &usage() const override { return m_usage; }
    const std::string &finishReason() const override { return m_finishReason; }
    bool saidError() const override { return m_saidError; }

private:
    void read(std::string_view data)
    {
        if (data == "[DONE]") {
            m_isComplete = true;
            return;
        }
        const auto object = wire::JsonObject::parse(std::string(data));
        if (!object)
            return;
        const std::string type = textOf(object->find("type"));
        m_isComplete = m_isComplete || type.ends_with(".done") || type.ends_with(".completed");
        m_saidError = m_saidError || type == "error" || saysSomething(object->find("error"));
        const std::string_view usage = object->find("usage");
        if (!isObject(usage))
            return;
        m_usage.reported = true;
        m_usage.input = countOf(member(usage, "input_tokens"));
        m_usage.output = countOf(member(usage, "output_tokens"));
    }

    const View m_view;
    wire::SseParser m_parser;
    Usage m_usage;
    std::string m_finishReason; // there is none
    bool m_isComplete = false;
    bool m_saidError = false;
};

} // namespace

std::unique_ptr<Stream> eventRelay(View view)
{
    return std::make_unique<EventRelay>(std::move(view));
}

} // namespace gatehouse::translate
