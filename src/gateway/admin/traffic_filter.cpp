// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/traffic_filter.h"

#include "gateway/wire/headers.h"

#include <algorithm>
#include <charconv>

namespace gatehouse::admin {

namespace {

bool contains(std::string_view text, std::string_view lowerPart)
{
    return wire::lowered(text).find(lowerPart) != std::string::npos;
}

// "429", or "4xx" for all of them.
bool isStatus(int status, const std::string &asked)
{
    if (asked.size() == 3 && asked.ends_with("xx"))
        return status / 100 == asked.front() - '0';
    return std::to_string(status) == asked;
}

} // namespace

TrafficFilter::TrafficFilter(const wire::Request &request)
    : m_state(request.queryValue("state"))
    , m_model(request.queryValue("model"))
    , m_key(request.queryValue("key"))
    , m_team(request.queryValue("team"))
    , m_status(request.queryValue("status"))
    , m_text(wire::lowered(request.queryValue("text")))
    , m_errors(request.queryValue("errors") == "true")
{
    const std::string before = request.queryValue("before");
    std::from_chars(before.data(), before.data() + before.size(), m_before);
    m_isEmpty = m_state.empty() && m_model.empty() && m_key.empty() && m_team.empty() && m_status.empty() && m_text.empty()
        && !m_errors && m_before == 0;
}

bool TrafficFilter::has(const observe::Row &row) const
{
    if (m_before != 0 && row.id >= m_before)
        return false;
    if (row.running) {
        const bool isState = m_state.empty() || m_state == "running" || m_state == toString(row.running->phase());
        return isState && !m_errors && m_status.empty() && hasReceipt(*row.running->receipt());
    }
    const Receipt &receipt = *row.receipt;
    const bool isError = receipt.outcome == Outcome::Failed || receipt.outcome == Outcome::Refused;
    return (m_state.empty() || m_state == toString(receipt.outcome)) && (!m_errors || isError)
        && (m_status.empty() || isStatus(receipt.status, m_status)) && hasReceipt(receipt);
}

bool TrafficFilter::hasReceipt(const Receipt &receipt) const
{
    const Principal nobody, &who = receipt.principal ? *receipt.principal : nobody;
    const bool isModel =
        m_model.empty() || receipt.model == m_model || receipt.group == m_model || receipt.upstreamModel == m_model;
    const bool isKey = m_key.empty() || who.token == m_key || who.keyAlias == m_key || receipt.who == m_key;
    const bool isTeam = m_team.empty() || who.teamId == m_team || who.teamAlias == m_team;
    if (!isModel || !isKey || !isTeam)
        return false;
    const std::string *texts[] = {&receipt.callId, &receipt.path, &receipt.model, &receipt.deployment, &receipt.provider,
        &receipt.who, &receipt.customer, &receipt.session, &receipt.error};
    return m_text.empty()
        || std::any_of(std::begin(texts), std::end(texts), [&](const std::string *each) { return contains(*each, m_text); });
}

} // namespace gatehouse::admin
