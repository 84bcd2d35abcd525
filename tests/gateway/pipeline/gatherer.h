// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/gathering.h"

#include "../upstream/script_server.h"

#include <chrono>
#include <map>
#include <memory>

/// What the tests of gatherings share: a server of pictures, and somebody who gathers from it.
namespace gatehouse::pipeline {

inline const QByteArray png("\x89PNG\r\n\x1a\n and a picture", 22);

struct SetClock final : Clock {
    std::chrono::milliseconds passed {0};
    Instant now() const override { return Clock::now() + passed; }
};

inline QByteArray file(const QByteArray &body, const QByteArray &type, const QByteArray &more = {})
{
    return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + more
        + "\r\n" + body;
}

inline QByteArray redirect(const QByteArray &to, const QByteArray &status = "302 Found")
{
    return "HTTP/1.1 " + status + "\r\nLocation: " + to + "\r\nContent-Length: 0\r\n\r\n";
}

/// A server that says at each path what is written down for it.
struct PictureServer {
    std::map<QByteArray, QByteArray> answers;
    ScriptServer server {[this](QTcpSocket *socket, const QByteArray &request) {
        const QByteArray path = request.split(' ').value(1);
        asked.append(path);
        if (const auto found = answers.find(path); found != answers.end())
            socket->write(found->second);
    }};
    QList<QByteArray> asked;

    std::string url(const char *path) const { return server.url(path); }
};

/// A gathering of \a urls from start to end.
struct Gatherer final : GatheringListener {
    translate::Files files;
    std::optional<Error> error;
    int ends = 0;
    std::unique_ptr<Gathering> gathering;

    Gatherer(FileDesk &desk, const FetchRules &rules, std::vector<std::string> urls,
        std::chrono::milliseconds limit = std::chrono::seconds(20))
    {
        files.wanted = std::move(urls);
        gathering = std::make_unique<Gathering>(desk, rules, files, *this);
        if (auto started = gathering->start(limit); !started)
            onMissed(started.error());
        else if (gathering->isDone())
            onGathered();
    }

    bool ended() const { return ends > 0; }
    bool says(const char *words) const { return error && error->message.find(words) != std::string::npos; }
    std::string message() const { return error ? error->message : std::string("gathered"); }

    void onGathered() override
    {
        ++ends;
        gathering.reset();
    }
    void onMissed(Error why) override
    {
        ++ends;
        error = std::move(why);
        gathering.reset();
    }
};

/// A desk, a server whose place may be fetched from, and rules that say so.
struct GatheringTest {
    SetClock clock;
    upstream::Client client {upstream::Settings {}};
    FileDesk desk {client, clock};
    PictureServer server;
    FetchRules rules;

    void begin();
    Gatherer gather(std::vector<std::string> urls) { return {desk, rules, std::move(urls)}; }
};

inline void GatheringTest::begin()
{
    server.answers.clear();
    server.asked.clear();
    server.server.requests.clear();
    desk.forget();
    rules = {};
    rules.hosts = {server.server.place()};
}

} // namespace gatehouse::pipeline
