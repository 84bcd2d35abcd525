// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/cut_stream.h"
#include "gateway/translate/dialects.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/provider_words.h"
#include "gateway/translate/streams.h"
#include "gateway/wire/json_object.h"

namespace gatehouse::translate {

namespace {

/// Decoder, encoder and what lies between them: holding back an answer that has not said anything yet.
class TranslatedStream : public CutStream
{
public:
    TranslatedStream(View view, const EncoderMaker &encoderFor)
        : CutStream(std::move(view))
        , m_decoder(row(m_view.from).decoder(m_view))
        , m_encoder(encoderFor(m_view))
    {
    }

    Result<> finish(std::string &out) override;
    const Usage &usage() const override { return m_decoder->usage(); }
    const std::string &finishReason() const override { return m_finishReason; }

private:
    Result<> onEvent(const CutEvent &event, std::string &out) override;
    void write(std::string &out);

    std::unique_ptr<EventDecoder> m_decoder;
    std::unique_ptr<EventEncoder> m_encoder;
    std::vector<StreamEvent> m_events;
    std::string m_held, m_finishReason;
    bool m_started = false; // something but Start was said
    bool m_done = false;
};

Result<> TranslatedStream::onEvent(const CutEvent &event, std::string &out)
{
    if (m_done)
        return {};
    m_events.clear();
    auto done = m_decoder->decode(event, m_events);
    write(out);
    return done;
}

void TranslatedStream::write(std::string &out)
{
    for (const StreamEvent &event : m_events) {
        if (event.choice > 0 && m_view.to != Dialect::OpenAiChat)
            continue;
        if (event.kind == StreamEvent::Kind::Start) {
            m_encoder->encode(event, m_decoder->usage(), m_held);
            continue;
        }
        if (!m_started) {
            m_started = true;
            out += m_held;
            m_held = {};
        }
        if (event.kind == StreamEvent::Kind::Finish && event.choice == 0)
            m_finishReason = event.finish;
        m_done = m_done || event.kind == StreamEvent::Kind::End;
        m_encoder->encode(event, m_decoder->usage(), out);
    }
}

Result<> TranslatedStream::finish(std::string &out)
{
    // An event that lacks more than its blank line was cut, whatever it looks like.
    if (auto last = flush(out); !last)
        return last.error().fault == Fault::BadGateway ? cut("the stream ended inside an event")
                                                       : Failure {std::move(last).error()};
    if (m_done)
        return {};
    if (auto framed = checkFraming(); !framed)
        return framed;
    m_events.clear();
    if (auto end = m_decoder->finish(m_events); !end)
        return end;
    write(out);
    return {};
}

} // namespace

std::unique_ptr<Stream> translatedStream(View view)
{
    const auto encoderFor = row(view.to).encoder;
    return std::make_unique<TranslatedStream>(std::move(view), encoderFor);
}

std::unique_ptr<Stream> translatedStream(View view, const EncoderMaker &encoderFor)
{
    return std::make_unique<TranslatedStream>(std::move(view), encoderFor);
}

} // namespace gatehouse::translate
