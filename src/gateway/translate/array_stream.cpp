// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/array_stream.h"

namespace gatehouse::translate {

namespace {

class ArrayStream final : public Stream
{
public:
    ArrayStream(std::unique_ptr<Stream> inner, bool hasBegun)
        : m_inner(std::move(inner))
        , m_framer(hasBegun)
    {
    }
    Result<> feed(std::string_view bytes, std::string &out) override
    {
        m_events.clear();
        auto fed = m_inner->feed(bytes, m_events);
        m_framer.feed(m_events, out);
        return fed;
    }
    Result<> finish(std::string &out) override
    {
        m_events.clear();
        auto finished = m_inner->finish(m_events);
        m_framer.feed(m_events, out);
        if (finished)
            m_framer.finish(out);
        return finished;
    }
    const Usage &usage() const override { return m_inner->usage(); }
    const std::string &finishReason() const override { return m_inner->finishReason(); }
    bool saidError() const override { return m_inner->saidError(); }

private:
    std::unique_ptr<Stream> m_inner;
    ArrayFramer m_framer;
    std::string m_events;
};

} // namespace

void ArrayFramer::feed(std::string_view events, std::string &out)
{
    m_parser.feed(events);
    while (const auto event = m_parser.next()) {
        out += m_any ? ",\r\n" : "[";
        out += event->data;
        m_any = true;
    }
}

std::unique_ptr<Stream> arrayStream(std::unique_ptr<Stream> inner, bool hasBegun)
{
    return std::make_unique<ArrayStream>(std::move(inner), hasBegun);
}

} // namespace gatehouse::translate
