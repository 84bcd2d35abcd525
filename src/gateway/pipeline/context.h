// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/cache/cache.h"
#include "gateway/core/clock.h"
#include "gateway/credentials/grants.h"
#include "gateway/people/callers.h"
#include "gateway/people/identity.h"
#include "gateway/pipeline/file_desk.h"
#include "gateway/pipeline/hang_watch.h"
#include "gateway/pipeline/life.h"
#include "gateway/pipeline/shared.h"
#include "gateway/pipeline/snapshot.h"
#include "gateway/routing/lateness.h"
#include "gateway/routing/route.h"
#include "gateway/upstream/client.h"
#include "gateway/wire/reply.h"
#include "gateway/wire/request.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse::pipeline {

/// One worker's world: everything a request needs, on that worker's thread.
struct Context {
    explicit Context(Shared &sharedByAll, std::shared_ptr<const Snapshot> first);
    ~Context();

    std::shared_ptr<const Snapshot> snapshot;    ///< replaced by reloads; exchanges hold the one they began with
    std::shared_ptr<const routing::Board> board; ///< of the snapshot
    Shared &shared;
    Clock clock;
    routing::Random random;
    upstream::Client upstream;
    credentials::Grants grants;             ///< what was fetched for clouds, over upstream
    FileDesk files;                         ///< what callers name by address, fetched over upstream
    cache::Cache cache;                     ///< of answers, for the same questions
    std::optional<people::Callers> callers; ///< of the snapshot
    std::vector<Life *> running;            ///< in no order; each knows its place in it
    HangWatch hangs;                        ///< among those that run
    routing::Lateness lateness;             ///< how late the answers of each group are, as this worker sees it

    /// Takes \a next over from now on.
    void adopt(std::shared_ptr<const Snapshot> next);

    /// Who sends \a request, by the keys of now: see auth::identify().
    Result<Identity> identify(const wire::Request &request, Dialect door = Dialect::OpenAiChat);

    void enter(Life &life);
    void leave(Life &life);
    /// Fails when what a call spends could not be written down.
    Result<> mayBook() const;
    /// Charges everybody of \a hold, and the budgets of providers and deployments, with what the call of \a receipt, which is
    /// final, has used. Before it is kept: what is booked must have been counted, or it would be counted twice.
    void settle(limits::Hold &hold, const Receipt &receipt) const;
    /// Writes \a receipt, which is final, into the journal: before the caller sees the end of the answer.
    void keep(const Receipt &receipt);
    /// What is left of a life: for the log, the ring and whoever looks on.
    void file(Receipt receipt, std::shared_ptr<observe::traffic::Capture> capture);
    /// A line of \a receipt, which is the same afterwards, and one of each deployment that it has made rest.
    void writeLog(Receipt &receipt) const;
    void book(const Receipt &receipt) const;
    /// Ends what still runs with an error that says the gateway is stopping.
    void endAll();
};

/// A request at its door: what front/ hands to a handler.
struct Inbound {
    wire::Request request;
    std::unique_ptr<wire::Reply> reply;
    Dialect dialect = Dialect::OpenAiChat;
    Operation operation = Operation::Chat;
    std::string pathModel;       ///< {model} of the path, decoded; empty where the path has none
    Identity identity = {};      ///< set where the door's guard has asked for the key, or admit()
    std::string tail = {};       ///< of a response that its provider keeps: see wire::Call::tail
    bool isReadForm = false;     ///< request.body holds the fields of a form, as JSON
    bool streams = false;        ///< the path asks for a stream; the body has no say
    bool isOneOfSeveral = false; ///< other models are asked the same: the answer keeps the provider's name for its own
};

/// A random UUID (version 4) from the worker's own generator: it names a call, it guards nothing.
std::string newCallId(routing::Random &random);

} // namespace gatehouse::pipeline
