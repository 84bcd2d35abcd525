// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/file_fetch.h"

#include "gateway/pipeline/file_kind.h"

#include <QByteArray>

#include <algorithm>
#include <charconv>

namespace gatehouse::pipeline {

namespace {

using std::chrono::duration_cast;
using std::chrono::milliseconds;

constexpr int mostRedirects = 5;
constexpr milliseconds connectTime {5'000}, idleTime {10'000};

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

std::string base64(std::string_view bytes)
{
    return QByteArray::fromRawData(bytes.data(), qsizetype(bytes.size())).toBase64().toStdString();
}

// Nothing where the server says none, or none that can be.
std::size_t lengthIn(const wire::Headers &headers)
{
    const std::string_view text = headers.value("content-length");
    std::size_t length = 0;
    std::from_chars(text.data(), text.data() + text.size(), length);
    return length;
}

std::string inMegabytes(std::size_t bytes)
{
    return QByteArray::number(static_cast<double>(bytes) / (1024 * 1024), 'g', 4).toStdString() + " MB";
}

} // namespace

FileFetch::FileFetch(FileDesk &desk, const FetchRules &rules, std::string url, FileFetchListener &listener)
    : m_desk(desk)
    , m_rules(rules)
    , m_url(std::move(url))
    , m_listener(listener)
{
}

Error FileFetch::missed(const std::string &why) const
{
    return {Fault::Unfetched, (m_place.empty() ? std::string() : m_place + ": ") + why};
}

Error FileFetch::tooLarge() const
{
    return missed("the file is larger than " + inMegabytes(m_rules.largest));
}

Result<> FileFetch::start(Clock::Instant until)
{
    m_until = until;
    m_patience = duration_cast<milliseconds>(until - m_desk.clock().now());
    const auto address = upstream::webAddress(m_url);
    if (!address)
        return Failure {missed("an address that cannot be read")};
    m_place = address->place();
    return ask(*address);
}

Result<> FileFetch::ask(const upstream::WebAddress &address)
{
    if (address.hasUser)
        return Failure {missed("the address holds a user's name or password, which is not sent")};
    const auto left = duration_cast<milliseconds>(m_until - m_desk.clock().now());
    if (left.count() <= 0)
        return Failure {whyNot({Fault::Timeout})};
    m_address = address;
    upstream::Outgoing outgoing {"GET", address.text, {{"accept", "*/*"}, {"user-agent", "Gatehouse"}}};
    outgoing.timeouts = {std::min(connectTime, left), left, idleTime, left};
    outgoing.isPublicOnly = !m_rules.mayBePrivate(address);
    m_attempt = m_desk.client().send(std::move(outgoing), this);
    return {};
}

void FileFetch::onHead(int status, wire::Headers headers)
{
    if (isRedirect(status) && headers.has("location"))
        return follow(headers.value("location"));
    if (status != 200)
        return fail(missed("the answer has the status " + std::to_string(status)));
    if (lengthIn(headers) > m_rules.largest)
        return fail(tooLarge());
    m_contentType = headers.value("content-type");
}

void FileFetch::follow(std::string_view location)
{
    const auto next = upstream::webAddress(m_address, location);
    if (!next)
        return fail(missed("it redirects to an address that cannot be read"));
    if (++m_redirects > mostRedirects)
        return fail(missed("it redirects more than " + std::to_string(mostRedirects) + " times"));
    m_attempt.reset();
    if (auto asked = ask(*next); !asked)
        fail(std::move(asked).error());
}

void FileFetch::onBytes(std::string_view bytes)
{
    m_size += bytes.size();
    if (m_size > m_rules.largest)
        return fail(tooLarge());
    if (auto taken = m_listener.onMore(bytes.size()); !taken)
        return fail(std::move(taken).error());
    takeIn(bytes);
}

// Piece by piece, so that the file is never there twice and no piece of work is long.
void FileFetch::takeIn(std::string_view bytes)
{
    if (m_start.size() < tellingBytes)
        m_start += bytes.substr(0, tellingBytes - m_start.size());
    m_rest += bytes;
    const std::size_t whole = m_rest.size() / 3 * 3;
    m_data += base64(std::string_view(m_rest).substr(0, whole));
    m_rest.erase(0, whole);
}

void FileFetch::onEnded(Result<> outcome)
{
    m_attempt.reset();
    if (!outcome)
        return fail(whyNot(outcome.error()));
    std::string kind = fileKind(m_start, m_contentType);
    if (kind.empty() || m_size == 0)
        return fail(missed("the file is neither a picture nor a PDF"));
    m_data += base64(m_rest);
    m_listener.onFetched(*this, {std::move(kind), std::move(m_data)});
}

// In words that hold nothing of the server's: neither where it redirects to nor what its header says.
Error FileFetch::whyNot(const Error &error) const
{
    if (error.fault == Fault::Forbidden)
        return missed("it leads to an address that is not public; general_settings.user_url_allowed_hosts names the hosts that "
                      "may be reached all the same");
    if (error.fault == Fault::Timeout)
        return missed(
            "the file did not come within " + std::to_string(std::chrono::ceil<std::chrono::seconds>(m_patience).count()) + " s");
    if (m_redirects > 0)
        return missed("no connection to where it redirects, or a broken one");
    return missed(error.message.starts_with("The answer of") ? "the answer cannot be used" : error.message);
}

void FileFetch::fail(Error error)
{
    m_attempt.reset();
    m_listener.onMissed(std::move(error));
}

} // namespace gatehouse::pipeline
