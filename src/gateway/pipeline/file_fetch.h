// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/fetch_rules.h"
#include "gateway/pipeline/file_desk.h"
#include "gateway/translate/files.h"
#include "gateway/upstream/client.h"

#include <chrono>
#include <memory>
#include <string>

namespace gatehouse::pipeline {

class FileFetch;

/// Hears how a fetch goes. Inside onFetched and onMissed it may be destroyed.
class FileFetchListener
{
public:
    /// \a bytes of it have come. A failure ends the fetch with it.
    virtual Result<> onMore(std::size_t bytes) = 0;
    virtual void onFetched(FileFetch &from, translate::File file) = 0;
    /// Always Fault::Unfetched: why, in words that hold nothing of what the server said.
    virtual void onMissed(Error error) = 0;

protected:
    ~FileFetchListener() = default;
};

/// Fetches one file from an address that a caller names, which may be meant to do harm: only http and https, only from public
/// places unless the rules list the host, after each redirect anew, without any credential, within a size and a time.
/// Destroying it cancels it.
class FileFetch final : private upstream::AttemptListener
{
public:
    FileFetch(FileDesk &desk, const FetchRules &rules, std::string url, FileFetchListener &listener);

    /// Fails, without a word to the listener, where the address is one that nothing is sent to.
    Result<> start(Clock::Instant until);
    const std::string &url() const { return m_url; }

private:
    void onHead(int status, wire::Headers headers) override;
    void onBytes(std::string_view bytes) override;
    void onEnded(Result<> outcome) override;

    Result<> ask(const upstream::WebAddress &address);
    void follow(std::string_view location);
    void takeIn(std::string_view bytes);
    Error missed(const std::string &why) const;
    Error tooLarge() const;
    Error whyNot(const Error &error) const;
    void fail(Error error);

    FileDesk &m_desk;
    const FetchRules &m_rules;
    const std::string m_url;
    FileFetchListener &m_listener;
    std::string m_place; // "host:port" of the caller's address
    upstream::WebAddress m_address;
    int m_redirects = 0;
    Clock::Instant m_until {};
    std::chrono::milliseconds m_patience {0};
    std::string m_contentType, m_start;
    std::string m_rest; // up to two bytes that make no group of three yet
    std::string m_data; // the others, in base64
    std::size_t m_size = 0;
    std::unique_ptr<upstream::Attempt> m_attempt;
};

} // namespace gatehouse::pipeline
