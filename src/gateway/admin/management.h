// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/people/draft.h"
#include "gateway/pipeline/context.h"

#include <QJsonArray>
#include <QJsonObject>

#include <memory>
#include <string>

/// How people and what they may use are administered: each endpoint is a function over a draft (keys.h, teams.h, users.h …) and a
/// row in front/endpoints.cpp.
namespace gatehouse::admin {

/// What an endpoint is asked, beside what is there.
struct Asked {
    std::shared_ptr<const people::Caller> caller;
    std::shared_ptr<const pipeline::Snapshot> snapshot;
    limits::Ledger &ledger;
    wire::Request request; ///< without its body
    std::string id = {};   ///< {id} of the path
    QJsonObject body = {};
    Clock::Wall now = {};
    Clock::Instant instant = {};

    const people::Policy &policy() const { return snapshot->settings.people; }
    std::string query(std::string_view name) const { return request.queryValue(name); }
    /// Who is named as the author of a change: the header litellm-changed-by, or the caller's user.
    std::string changedBy() const;
};

/// Reads, and drafts changes where the endpoint is one that changes; returns the answer's JSON.
using Action = Result<std::string> (*)(people::Draft &draft, const Asked &asked);

/// When a change holds.
enum class Holds {
    WhenKept,   ///< everybody reads the directory
    WhenApplied ///< it is part of the configuration, which every worker must have first
};
void beginEdit(pipeline::Context &context, pipeline::Inbound inbound, Action action, Holds holds = Holds::WhenKept);
void beginLook(pipeline::Context &context, pipeline::Inbound inbound, Action action);

/// The handler of an endpoint that changes something: on the store's thread, answered when it is kept.
template <Action action> void manage(pipeline::Context &context, pipeline::Inbound inbound)
{
    beginEdit(context, std::move(inbound), action);
}
/// The same for what lies over the configuration (models, credentials, settings): answered when it is in use.
template <Action action> void configure(pipeline::Context &context, pipeline::Inbound inbound)
{
    beginEdit(context, std::move(inbound), action, Holds::WhenApplied);
}
/// The handler of one that only looks: answered at once, from memory.
template <Action action> void consult(pipeline::Context &context, pipeline::Inbound inbound)
{
    beginLook(context, std::move(inbound), action);
}

/// Answers what is asked of SQL on the store's thread: 200 and JSON, or an error.
void beginQuestion(pipeline::Context &context, pipeline::Inbound inbound, store::Keeper::Question question);

// --- refusals in LiteLLM's shapes
/// {"error": {"message": "{'error': '…'}", "type": …}} of an HTTPException in a management endpoint.
Failure<Error> refusal(
    int status, const std::string &message, std::string type = "internal_server_error", std::string param = "None");
/// {"detail": \a detail} of an HTTPException that nothing wraps.
Failure<Error> plainRefusal(int status, const QJsonValue &detail);
/// {"error": {"message": \a message, …}} of a ProxyException.
Failure<Error> spokenRefusal(
    int status, std::string message, std::string type = "internal_server_error", std::string param = "None");
/// FastAPI's 422 with what is wrong with the body.
Failure<Error> unprocessable(const QJsonArray &complaints);
/// The same for one member that is missing.
Failure<Error> missingMember(const char *name);
/// 422 unless the members of the body that columns of \a kind know are of their types.
Result<> checkTypes(people::Kind kind, const QJsonObject &body);

} // namespace gatehouse::admin
