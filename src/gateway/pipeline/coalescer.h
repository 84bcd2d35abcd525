// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/deployment.h"
#include "gateway/core/error.h"
#include "gateway/core/usage.h"
#include "gateway/wire/headers.h"

#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

class QObject;

namespace gatehouse::pipeline {

/// How a request came out, for all who asked the same: an answer, or the error in its place.
struct Outturn {
    const Deployment *deployment = nullptr; ///< of the snapshot that all of them hold
    std::string group = {}, upstreamModel = {};
    std::string answer = {}, answerType = {};
    wire::Headers headers = {}; ///< the provider's
    Usage usage = {};
    std::string finishReason = {};
    int retries = 0, fallbacks = 0;
    std::optional<Error> error = {};
};

/// Makes one of identical requests that are under way at the same time, whichever workers they are on: the first leads, the
/// others follow and get what comes of it. One for all workers; touched only for model groups that ask for it.
class Coalescer
{
public:
    /// What a follower hears, once: how the request came out; or nothing, when who led has left and it is for this one to lead.
    using Heard = std::function<void(std::shared_ptr<const Outturn>)>;
    struct Member {
        QObject *receiver = nullptr;
        Heard heard;
    };

    /// Among those who ask the same. Destroying it leaves them: when it was the leader's, the first follower leads from then on.
    /// It must be destroyed before its receiver, and on the receiver's thread.
    class Place
    {
    public:
        Place(Coalescer &coalescer, std::string key, std::shared_ptr<Member> member)
            : m_coalescer(coalescer)
            , m_key(std::move(key))
            , m_member(std::move(member))
        {
        }
        ~Place();
        Place(const Place &) = delete;
        Place &operator=(const Place &) = delete;

        bool isLeading() const;
        /// The leader's word to all who follow by now; who asks the same later begins anew. From anybody else it is nothing.
        void tell(std::shared_ptr<const Outturn> outturn);

    private:
        Coalescer &m_coalescer;
        const std::string m_key;
        std::shared_ptr<Member> m_member;
    };

    /// \a heard runs from \a receiver's event loop, on its thread, unless the Place is gone by then; never for who leads.
    std::unique_ptr<Place> join(std::string key, QObject *receiver, Heard heard);

private:
    struct Round {
        std::shared_ptr<Member> leader = {};
        std::list<std::shared_ptr<Member>> followers = {};
    };
    using Rounds = std::unordered_map<std::string, Round>;

    Rounds::iterator ledBy(const std::string &key, const Member &member);
    void leave(const std::string &key, Member &member);

    std::mutex m_lock; // of all below
    Rounds m_rounds;
};

} // namespace gatehouse::pipeline
