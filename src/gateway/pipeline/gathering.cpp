// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/gathering.h"

#include <algorithm>

namespace gatehouse::pipeline {

namespace {

constexpr std::size_t mostFiles = 100;    // of one request: as many as the most generous provider takes
constexpr std::size_t mostSideBySide = 6; // as many as a browser would
constexpr std::chrono::milliseconds longest {30'000};

} // namespace

Gathering::Gathering(FileDesk &desk, const FetchRules &rules, translate::Files &files, GatheringListener &listener)
    : m_desk(desk)
    , m_rules(rules)
    , m_files(files)
    , m_listener(listener)
    , m_generation(desk.generation())
{
}

Gathering::~Gathering()
{
    m_desk.giveBack(m_bytes);
}

// LiteLLM's beginning, which its callers look for.
Error Gathering::inWords(Error error)
{
    error.message = "litellm.BadRequestError: Error: Unable to fetch image from URL. " + error.message;
    return error;
}

Result<> Gathering::start(std::chrono::milliseconds limit)
{
    m_until = m_desk.clock().now() + std::min(limit, longest);
    if (m_rules.largest == 0)
        return Failure {inWords({Fault::Unfetched, "Fetching is switched off (max_image_url_download_size_mb is 0)"})};
    if (m_files.wanted.size() > mostFiles)
        return Failure {
            inWords({Fault::Unfetched, "The request names more than " + std::to_string(mostFiles) + " by their addresses"})};
    return goOn();
}

Result<> Gathering::goOn()
{
    while (m_next < m_files.wanted.size() && m_running.size() < mostSideBySide) {
        const std::string &url = m_files.wanted[m_next++];
        if (auto kept = m_desk.find(url))
            m_files.found[url] = std::move(kept);
        else if (auto begun = begin(url); !begun)
            return Failure {inWords(std::move(begun).error())};
    }
    return {};
}

Result<> Gathering::begin(const std::string &url)
{
    FileFetchListener &listener = *this;
    return m_running.emplace_back(m_desk, m_rules, url, listener).start(m_until);
}

Result<> Gathering::onMore(std::size_t bytes)
{
    if (m_bytes + bytes > 2 * m_rules.largest)
        return Failure {Error {Fault::Unfetched, "The files that the request names by their addresses are too large together"}};
    if (!m_desk.take(bytes)) {
        Error full {Fault::Unfetched, "Too much is being fetched at the moment; try again"};
        full.status = 503;
        full.retryAfter = std::chrono::seconds(1);
        return Failure {std::move(full)};
    }
    m_bytes += bytes;
    return {};
}

void Gathering::onFetched(FileFetch &from, translate::File file)
{
    auto kept = std::make_shared<const translate::File>(std::move(file));
    m_files.found[from.url()] = kept;
    m_desk.keep(from.url(), std::move(kept), m_generation);
    m_running.remove_if([&](const FileFetch &each) { return &each == &from; });
    if (auto gone = goOn(); !gone)
        return m_listener.onMissed(std::move(gone).error());
    if (isDone())
        m_listener.onGathered();
}

void Gathering::onMissed(Error error)
{
    m_listener.onMissed(inWords(std::move(error)));
}

} // namespace gatehouse::pipeline
