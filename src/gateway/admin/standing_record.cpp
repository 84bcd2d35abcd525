// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/standing_record.h"

#include "gateway/observe/receipt_text.h"

#include <algorithm>

namespace gatehouse::admin {

namespace {

using routing::BreakerState;
using routing::Standing;
using std::chrono::milliseconds;

bool isInOutage(const Standing &standing)
{
    return standing.outageLeft > milliseconds(0);
}

// A point in time and how long it is until then; null and 0 = it has come.
void writeEnd(wire::JsonWriter &json, const char *name, milliseconds left, Clock::Wall now)
{
    json.key(name);
    if (left > milliseconds(0))
        json.string(observe::isoTime(now + left));
    else
        json.null();
}

void writeState(wire::JsonWriter &json, const Standing &standing, Clock::Wall now)
{
    const bool isDown = isInOutage(standing);
    const milliseconds left = std::max(standing.left, standing.outageLeft);
    json.key("state").string(isDown ? toString(BreakerState::Open) : toString(standing.state));
    json.key("reason").stringOrNull(isDown ? "simulated outage" : standing.reason);
    json.key("status").countOrNull(standing.status);
    writeEnd(json, "until", left, now);
    json.key("seconds_left").number(static_cast<double>(left.count()) / 1000);
    writeEnd(json, "outage_until", standing.outageLeft, now);
}

void writeFigures(wire::JsonWriter &json, const Standing &standing)
{
    json.key("in_flight").number(std::int64_t(standing.inFlight));
    json.key("requests_this_minute").number(standing.requestsThisMinute);
    json.key("failures_this_minute").number(standing.failuresThisMinute);
    json.key("tokens_this_minute").number(standing.tokensThisMinute);
    json.key("latency_ms")
        .numberOrNull(standing.latency ? std::optional(static_cast<double>(standing.latency->count()) / 1000) : std::nullopt);
    json.key("error_rate").number(standing.errorRate);
}

void writeLastCheck(wire::JsonWriter &json, const std::optional<pipeline::Checked> &checked)
{
    json.key("last_check");
    if (!checked) {
        json.null();
        return;
    }
    json.beginObject().key("at").string(observe::isoTime(checked->at)).key("ok").boolean(!checked->error);
    json.key("duration_ms").number(static_cast<double>(checked->duration.count()) / 1000);
    if (checked->error)
        json.key("error").string(checked->error->message).key("status").number(std::int64_t(checked->error->httpStatus()));
    json.endObject();
}

} // namespace

bool takesRequests(const Standing &standing)
{
    return standing.state != BreakerState::Open && !isInOutage(standing);
}

void writeStanding(wire::JsonWriter &json, const Deployment &deployment, pipeline::Context &context)
{
    routing::Health &health = context.shared.health;
    const Standing standing = health.standing(health.enroll(deployment.id), context.clock.now());
    json.beginObject().key("id").string(deployment.id).key("model_group").string(deployment.group);
    json.key("model").string(deployment.litellmModel).key("provider").string(deployment.provider.name);
    if (!deployment.apiBase.empty())
        json.key("api_base").string(deployment.apiBase);
    writeState(json, standing, context.clock.wall());
    writeFigures(json, standing);
    writeLastCheck(json, context.shared.checks.find(deployment.id));
    json.endObject();
}

} // namespace gatehouse::admin
