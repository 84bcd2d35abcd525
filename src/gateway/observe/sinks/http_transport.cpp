// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/http_transport.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace gatehouse::observe::sinks {

namespace {

using std::chrono::milliseconds;

constexpr std::size_t longestAnswer = 64 * 1024;
constexpr std::chrono::minutes longestWish {10}; // of Retry-After
constexpr int firstOfErrors = 400;

milliseconds secondsIn(std::string_view text)
{
    std::int64_t seconds = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);
    return read.ec == std::errc() && seconds > 0
        ? std::min<milliseconds>(std::chrono::seconds(std::min<std::int64_t>(seconds, 86'400)), longestWish)
        : milliseconds(0);
}

} // namespace

/// One request on its way.
class HttpTransport::Request final : public Transit, private upstream::AttemptListener
{
public:
    Request(HttpTransport &transport, Told told)
        : m_transport(transport)
        , m_told(std::move(told))
    {
    }

    void start(std::span<const std::string> reports)
    {
        Post post = m_transport.m_form->post(reports, std::chrono::system_clock::now());
        upstream::Outgoing outgoing;
        outgoing.method = std::move(post.method);
        outgoing.url = std::move(post.url);
        outgoing.headers = std::move(post.headers);
        outgoing.body = std::move(post.body);
        if (post.around)
            enclose(reports, std::move(*post.around), outgoing);
        outgoing.timeouts.total = m_transport.m_patience;
        m_attempt = m_transport.m_client.send(std::move(outgoing), this);
    }

private:
    // What is short goes in one piece with its head.
    static void enclose(std::span<const std::string> reports, Enclosure around, upstream::Outgoing &outgoing)
    {
        constexpr std::size_t isShort = 64 * 1024;
        auto body = std::make_unique<EnclosedReports>(reports, std::move(around));
        if (body->size() <= isShort)
            outgoing.body = body->whole();
        else
            outgoing.upload = std::move(body);
    }

    void onHead(int code, wire::Headers headers) override
    {
        m_answer.status = code;
        m_answer.wish = secondsIn(headers.value("retry-after"));
    }
    void onBytes(std::string_view bytes) override
    {
        m_body.append(bytes.substr(0, longestAnswer - std::min(longestAnswer, m_body.size())));
    }
    void onEnded(Result<> outcome) override
    {
        Answer answer = std::move(m_answer);
        if (!outcome && answer.status < firstOfErrors) {
            const bool isUnsendable = outcome.error().fault == Fault::InvalidRequest;
            answer.status = 0;
            answer.trouble = outcome.error().message;
            answer.verdict =
                isUnsendable && m_transport.m_doors == ClosedDoors::StayClosed ? Answer::Verdict::Never : Answer::Verdict::Later;
        } else {
            answer.verdict = m_transport.judge(answer.status);
        }
        if (answer.verdict == Answer::Verdict::Arrived)
            answer.refused = m_transport.m_form->refused(m_body);
        else if (answer.status > 0)
            answer.trouble = "HTTP " + std::to_string(answer.status);
        const Told told = std::move(m_told); // who hears it ends this object
        told(answer);
    }

    HttpTransport &m_transport;
    Told m_told;
    Answer m_answer;
    std::string m_body;
    std::unique_ptr<upstream::Attempt> m_attempt;
};

HttpTransport::HttpTransport(upstream::Client &client, std::unique_ptr<Form> form, milliseconds patience, ClosedDoors doors)
    : m_client(client)
    , m_form(std::move(form))
    , m_patience(patience)
    , m_doors(doors)
{
}

std::unique_ptr<Transit> HttpTransport::send(std::span<const std::string> reports, Told told)
{
    auto request = std::make_unique<Request>(*this, std::move(told));
    request->start(reports);
    return request;
}

Answer::Verdict HttpTransport::judge(int status) const
{
    if (status >= 200 && status < 300)
        return Answer::Verdict::Arrived;
    if (status == 413)
        return Answer::Verdict::TooMuch;
    const bool isBusy = status < firstOfErrors || status == 408 || status == 425 || status == 429 || status >= 500;
    const bool isClosed = status == 401 || status == 403 || status == 404;
    return isBusy || (isClosed && m_doors == ClosedDoors::MayOpen) ? Answer::Verdict::Later : Answer::Verdict::Never;
}

} // namespace gatehouse::observe::sinks
