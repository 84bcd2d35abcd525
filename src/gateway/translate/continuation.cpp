// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/continuation.h"

#include "gateway/translate/array_stream.h"
#include "gateway/translate/continued_answer.h"
#include "gateway/translate/dialects.h"
#include "gateway/translate/seam_encoder.h"
#include "gateway/translate/streams.h"

namespace gatehouse::translate {

namespace {

// Google's clients look for "data:" at the beginning of what they read next, and an array has no place for a remark.
std::string remarkFor(Dialect caller)
{
    return caller == Dialect::GeminiGenerate
        ? std::string()
        : std::string(": gatehouse continued this answer at another deployment; its usage is in part an estimate\n\n");
}

/// A stream whose output is followed.
class FollowedStream final : public Stream
{
public:
    FollowedStream(std::unique_ptr<Stream> inner, ContinuedAnswer &answer)
        : m_inner(std::move(inner))
        , m_answer(answer)
    {
    }
    Result<> feed(std::string_view bytes, std::string &out) override
    {
        const std::size_t before = out.size();
        auto fed = m_inner->feed(bytes, out);
        follow(before, out, false);
        return fed;
    }
    Result<> finish(std::string &out) override
    {
        const std::size_t before = out.size();
        auto finished = m_inner->finish(out);
        follow(before, out, bool(finished));
        return finished;
    }
    const Usage &usage() const override { return m_usage; }
    const std::string &finishReason() const override { return m_inner->finishReason(); }

private:
    void follow(std::size_t before, std::string &out, bool isWhole)
    {
        if (m_inner->saidError())
            withhold(before, out);
        m_answer.caller.follow(std::string_view(out).substr(before));
        m_answer.charge(m_inner->usage(), isWhole);
        m_usage = m_answer.total();
    }
    // The error is the last of what came out, and nothing but the end of an event is a blank line.
    void withhold(std::size_t before, std::string &out)
    {
        const std::size_t end = out.size() < before + 3 ? out.npos : out.rfind("\n\n", out.size() - 3);
        const std::size_t begin = end == out.npos || end < before ? before : end + 2;
        m_answer.withheld = out.substr(begin);
        out.resize(begin);
    }

    const std::unique_ptr<Stream> m_inner;
    ContinuedAnswer &m_answer;
    Usage m_usage;
};

std::string endingOf(const ContinuedAnswer &answer)
{
    const View &view = answer.view;
    if (view.to == Dialect::AnthropicMessages)
        return "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";
    if (view.to != Dialect::OpenAiChat && view.to != Dialect::OpenAiText)
        return view.framing == wire::Framing::Array ? "]" : "";
    if (answer.caller.hasUsage())
        return "data: [DONE]\n\n";
    std::string out;
    const auto encoder = row(view.to).encoder(view);
    encoder->resume(answer.caller.given(), out);
    encoder->encode({StreamEvent::Kind::End}, answer.total(), out);
    return out;
}

std::unique_ptr<Stream> restStream(View view, ContinuedAnswer &answer)
{
    const auto total = [&answer](const Usage &rest) {
        answer.charge(rest, true);
        return answer.total();
    };
    return translatedStream(std::move(view), [&answer, total](const View &kept) {
        const bool spaceWithheld = answer.shown.prompting == Prompting::Prefill;
        return seamEncoder(
            row(kept.to).encoder(kept), {answer.caller.given(), answer.caller.said(), spaceWithheld, remarkFor(kept.to), total});
    });
}

} // namespace

bool Continuation::isOfUse(const wire::Call &call)
{
    return obstacleTo(call).empty();
}

Continuation::Continuation(const wire::Call &call)
    : m_answer(std::make_unique<ContinuedAnswer>(call))
{
}

Continuation::~Continuation() = default;

bool Continuation::hasBegun() const
{
    return m_answer->caller.hasBegun();
}

std::string_view Continuation::obstacle() const
{
    return m_answer->obstacle();
}

std::optional<std::string> Continuation::ending() const
{
    const CallerSide &caller = m_answer->caller;
    if (!caller.isFinished())
        return std::nullopt;
    const bool isWhole = caller.isEnded() && m_answer->view.framing != wire::Framing::Array;
    return isWhole ? std::string() : endingOf(*m_answer);
}

Result<wire::Call> Continuation::rest(const Addressee &to)
{
    return m_answer->rest(to);
}

std::unique_ptr<Stream> Continuation::makeStream(View view, std::string_view contentType)
{
    const bool goesOn = hasBegun();
    const bool isArray = view.framing == wire::Framing::Array;
    m_answer->begin(view);
    auto stream = goesOn       ? restStream(view, *m_answer)
        : view.from == view.to ? row(view.from).relay(view)
                               : translatedStream(view);
    stream = reframed(std::move(stream), contentType, std::move(view));
    stream = std::make_unique<FollowedStream>(std::move(stream), *m_answer);
    return isArray ? arrayStream(std::move(stream), goesOn) : std::move(stream);
}

const std::string &Continuation::withheld() const
{
    return m_answer->withheld;
}

const std::vector<Continuation::Part> &Continuation::parts() const
{
    return m_answer->parts;
}

} // namespace gatehouse::translate
