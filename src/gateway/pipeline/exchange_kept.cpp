// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// How an Exchange is answered from the cache: askCache → onKept → settle, with nobody asked and nothing to pay; or onKept → goOn,
// as if there were none. What a provider answers then is kept when the caller has all of it (complete → keepAnswer).
#include "gateway/core/call_type.h"
#include "gateway/pipeline/cache_controls.h"
#include "gateway/pipeline/cache_key.h"
#include "gateway/pipeline/coalesce_key.h"
#include "gateway/pipeline/exchange.h"

#include <QPointer>

#include <algorithm>

namespace gatehouse::pipeline {

namespace {

bool isKind(std::string_view type, const cache::Settings &settings)
{
    return std::find(settings.callTypes.begin(), settings.callTypes.end(), type) != settings.callTypes.end();
}

} // namespace

// A form's files are no part of its body, so nothing says whether two of them ask the same; and what stand-ins stand for is none
// either.
bool Exchange::mayAskCache()
{
    const cache::Settings &settings = m_context.cache.settings();
    const wire::CacheControls &controls = call().options.cache;
    if (!settings.isOn() || m_intake || (m_guarding && !m_guarding->standIns.empty()) || !isKind(callType(m_receipt), settings))
        return false;
    return (controls.wantsIt || !settings.mustBeAskedFor) && !(controls.skipsReading && controls.skipsWriting);
}

void Exchange::askCache()
{
    const wire::CacheControls &controls = call().options.cache;
    m_receipt.cacheKey =
        cacheKey(*m_plan, m_inbound, controls.nameSpace.empty() ? m_context.cache.settings().nameSpace : controls.nameSpace);
    if (call().stream && !controls.skipsWriting)
        m_collected.emplace();
    if (controls.skipsReading)
        return goOn();
    m_context.cache.find(m_receipt.cacheKey, [self = QPointer(this)](cache::KeptAnswer kept) {
        if (self && !self->m_settled) // its caller may have left while Redis was asked
            self->onKept(std::move(kept));
    });
}

void Exchange::onKept(cache::KeptAnswer kept)
{
    const auto maxAge = call().options.cache.maxAge;
    if (!kept || (maxAge && m_context.clock.wall() - kept->madeAt > *maxAge))
        return goOn();
    m_collected.reset();
    adopt(*kept);
    if (!call().stream) {
        sendWhole(kept->body, {});
        return settle(Outcome::Completed, nullptr);
    }
    m_begun = true;
    m_receipt.firstToken = std::chrono::duration_cast<std::chrono::microseconds>(m_context.clock.now() - m_startedAt);
    sendStreamHead(m_receipt.upstreamTime, nullptr);
    noteId(kept->body);
    if (m_listener)
        m_listener->hear(kept->body);
    m_reply->write(kept->body);
    conclude(Outcome::Completed, nullptr);
    m_reply->end();
    settle(Outcome::Completed, nullptr);
}

// Who answered then is told, if he is still there; nobody is paid.
void Exchange::adopt(const cache::Kept &kept)
{
    const auto &all = router().deployments();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Deployment &each) { return each.id == kept.deployment; });
    m_deployment = found == all.end() ? nullptr : &*found;
    m_answerType = kept.contentType;
    m_receipt.isCached = true;
    m_receipt.saved = kept.cost;
    m_receipt.cost = Cost {};
    m_receipt.usage = kept.usage;
    m_receipt.finishReason = kept.finishReason;
    m_receipt.group = kept.group;
    m_receipt.deployment = kept.deployment;
    m_receipt.provider = kept.provider;
    m_receipt.upstreamModel = kept.upstreamModel;
    if (m_deployment)
        m_receipt.station = m_deployment->station;
}

void Exchange::goOn()
{
    if (m_guarding)
        guardBeside();
    if (m_settled)
        return;
    const bool isPrivate = m_guarding && !m_guarding->standIns.empty();
    if (!isPrivate && router().coalesces(*m_plan->route.current()) && mayCoalesce(m_plan->call))
        return joinOthers();
    tryNext();
}

void Exchange::collect(std::string_view bytes)
{
    if (m_collected->size() + bytes.size() > cache::Memory::largest)
        m_collected.reset();
    else
        m_collected->append(bytes);
}

// What a fallback has answered is not kept: when the group that was asked is well again, it should be asked.
void Exchange::keepAnswer(std::string body)
{
    const wire::CacheControls &controls = call().options.cache;
    if (m_receipt.cacheKey.empty() || controls.skipsWriting || fallbacks() > 0)
        return;
    auto kept = std::make_shared<cache::Kept>();
    kept->madeAt = m_context.clock.wall();
    kept->body = std::move(body);
    kept->contentType = m_answerType;
    kept->usage = m_receipt.usage;
    kept->finishReason = m_receipt.finishReason;
    kept->cost = m_receipt.cost ? m_receipt.cost->total : Money {};
    kept->deployment = m_receipt.deployment;
    kept->group = m_receipt.group;
    kept->provider = m_receipt.provider;
    kept->upstreamModel = m_receipt.upstreamModel;
    m_context.cache.keep(m_receipt.cacheKey, std::move(kept), controls.ttl.value_or(m_context.cache.settings().ttl));
}

} // namespace gatehouse::pipeline
