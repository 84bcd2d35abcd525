// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/allowance.h"

#include "gateway/auth/access.h"
#include "gateway/people/claims.h"
#include "gateway/pipeline/worst_case.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>

namespace gatehouse::pipeline {

namespace {

using people::Caller;

Failure<Error> refused(Fault fault, std::string message, std::string type = "auth_error", std::string param = "None")
{
    return {Error {fault, std::move(message), 0, std::move(type), std::move(param)}};
}

Result<> checkDoor(const Caller &caller, const wire::Request &request)
{
    if (caller.role == people::Role::ProxyAdminViewer)
        return refused(Fault::Forbidden,
            "user not allowed to access this route, role= proxy_admin_viewer. Trying to access: " + request.path);
    return auth::mayCall(caller, request.path);
}

// The call's own fallbacks too, or they would be a way round.
Result<> checkModels(const wire::Call &call, const Caller &caller, const Asking &asking)
{
    auto allowed = mayUseModel(call.model, caller, asking.snapshot);
    const auto check = [&](const std::vector<wire::Fallback> &list) {
        for (const wire::Fallback &fallback : list)
            allowed = allowed ? mayUseModel(fallback.model, caller, asking.snapshot) : std::move(allowed);
    };
    if (call.options.fallbackList)
        check(*call.options.fallbackList);
    for (const auto *kind :
        {&call.options.fallbacks, &call.options.contextWindowFallbacks, &call.options.contentPolicyFallbacks}) {
        if (!*kind)
            continue;
        for (const auto &[group, list] : **kind)
            check(list);
    }
    return allowed;
}

Result<> checkParams(const wire::Call &call, const Caller &caller, const Receipt &receipt, const people::Policy &policy)
{
    if (policy.requiresUser && receipt.customer.empty())
        return refused(Fault::Unauthorized, "Authentication Error, 'user' param not passed in. 'enforce_user_param'=True");
    if (policy.refusesClientTags && !call.options.tags.empty()) {
        return refused(Fault::InvalidRequest,
            "Client-side 'metadata.tags' not allowed in request. 'reject_clientside_metadata_tags'=True", "bad_request_error",
            "metadata.tags");
    }
    std::vector<std::string> required = caller.requiredParams;
    required.insert(required.end(), policy.requiredParams.begin(), policy.requiredParams.end());
    for (const std::string &param : required) {
        const std::size_t dot = param.find('.');
        const std::string_view value = call.body.find(param.substr(0, dot));
        const auto inner = dot == param.npos ? std::nullopt : std::optional(wire::JsonObject::parse(std::string(value)));
        const bool isThere = inner ? *inner && (*inner)->has(param.substr(dot + 1)) : !value.empty();
        if (!isThere)
            return refused(Fault::InvalidRequest,
                "BadRequest please pass param=" + param + " in request body. This is a required param", "bad_request_error",
                param);
    }
    return {};
}

Result<> applyCustomer(wire::Call &call, const Receipt &receipt, const Asking &asking)
{
    const people::Customer *customer = receipt.customer.empty() ? nullptr : asking.callers.customer(receipt.customer);
    if (!customer)
        return {};
    if (customer->isBlocked)
        return refused(
            Fault::InvalidRequest, "{'error': 'User blocked from making LLM API Calls. User=" + receipt.customer + "'}", "None");
    if (call.model == "None" && !customer->defaultModel.empty())
        call.model = customer->defaultModel;
    if (!customer->region.empty())
        call.options.region = customer->region;
    return {};
}

bool names(const people::ModelClaim &claim, const wire::Call &call, const std::vector<const Deployment *> &deployments)
{
    if (claim.model == call.model)
        return true;
    return !deployments.empty()
        && (claim.model == deployments.front()->group || claim.model == deployments.front()->litellmModel
            || claim.model == deployments.front()->model);
}

/// Everybody who is charged for a call, in the order in which their limits are asked.
class Payers
{
public:
    Payers()
    {
        constexpr std::size_t usual = 8; // key, user, team and member, organization, project, everybody, a model
        m_claims.reserve(usual);
    }
    Payers(Payers &&) = default; // a copy's claims would be those of the other
    void add(const std::vector<limits::Claim> &claims)
    {
        for (const limits::Claim &claim : claims)
            add(claim);
    }
    void add(const limits::Claim &claim)
    {
        m_claims.push_back(&claim);
        m_areLimited = m_areLimited || claim.limits.tokens || claim.limits.budget;
        m_haveRates = m_haveRates || claim.limits.haveWindow() || claim.limits.parallel;
    }
    const std::vector<const limits::Claim *> &claims() const { return m_claims; }
    bool areLimited() const { return m_areLimited; } // by tokens or money, so that a call's size matters
    bool haveRates() const { return m_haveRates; }

    /// Claims that nobody else keeps.
    void addOwn(std::vector<limits::Claim> claims)
    {
        m_own = std::move(claims);
        add(m_own);
    }

private:
    std::vector<const limits::Claim *> m_claims;
    std::vector<limits::Claim> m_own;
    bool m_areLimited = false, m_haveRates = false;
};

void addCallersOwn(Payers &payers, const Receipt &receipt, const Asking &asking)
{
    if (const people::Customer *customer = receipt.customer.empty() ? nullptr : asking.callers.customer(receipt.customer))
        payers.add(customer->claim);
    for (const std::string &tag : receipt.tags) {
        if (const limits::Claim *claim = asking.callers.tag(tag))
            payers.add(*claim);
    }
}

Payers payersOf(const wire::Call &call, const std::vector<const Deployment *> &deployments, const Receipt &receipt,
    const Inbound &inbound, const Asking &asking)
{
    const Caller &caller = *inbound.identity.caller;
    Payers payers;
    if (receipt.principal == caller.who)
        payers.add(caller.claims);
    else
        payers.addOwn(people::claimsOn(*receipt.principal, asking.callers.ground()));
    for (const people::ModelClaim &each : caller.modelClaims) {
        if (names(each, call, deployments))
            payers.add(each.claim);
    }
    addCallersOwn(payers, receipt, asking);
    return payers;
}

// Whom a call is charged to, as receipts tell it: nearly always to the caller's own accounts and nobody else's.
std::string accountsOf(const Payers &payers, const Caller &caller, const limits::Hold &hold)
{
    const auto &claims = payers.claims();
    if (claims.size() == caller.claims.size() && !claims.empty() && claims.front() == &caller.claims.front())
        return caller.accounts;
    wire::JsonWriter json; // names hold what callers wrote
    json.beginArray();
    for (const std::string_view account : hold.accounts())
        json.string(account);
    return json.endArray().take();
}

} // namespace

Result<> mayUseModel(const std::string &model, const Caller &caller, const Snapshot &snapshot)
{
    if (caller.models.empty())
        return {};
    const auto found = snapshot.router.find(model);
    auth::ModelNames names {model};
    std::vector<std::string> groups;
    if (found && found->group) {
        names.group = found->group->name;
        for (const Deployment *deployment : found->group->deployments)
            groups.insert(groups.end(), deployment->accessGroups.begin(), deployment->accessGroups.end());
        if (!found->group->deployments.empty())
            names.provider = found->group->deployments.front()->provider.name;
    }
    names.accessGroups = groups;
    return auth::mayUse(caller, names);
}

Result<> checkRights(wire::Call &call, const Inbound &inbound, const Receipt &receipt, const Asking &asking)
{
    if (!inbound.identity.caller)
        return {};
    const Caller &caller = *inbound.identity.caller;
    if (auto allowed = checkDoor(caller, inbound.request); !allowed)
        return allowed;
    if (auto applied = applyCustomer(call, receipt, asking); !applied)
        return applied;
    if (auto allowed = checkModels(call, caller, asking); !allowed)
        return allowed;
    call.model = std::string(auth::resolved(caller, call.model));
    return checkParams(call, caller, receipt, asking.snapshot.settings.people);
}

Result<Reserved> reserve(const wire::Call &call, const std::vector<const Deployment *> &deployments, Receipt &receipt,
    const Inbound &inbound, const Asking &asking, const Clock &clock)
{
    if (!inbound.identity.caller)
        return Reserved {};
    const Payers payers = payersOf(call, deployments, receipt, inbound, asking);
    const limits::Ask ask = payers.areLimited() ? worstCase(call, deployments, asking.snapshot.catalogue) : limits::Ask {};
    limits::Ledger &ledger = asking.callers.ground().ledger;
    auto hold = ledger.reserve(payers.claims(), ask, clock.now(), clock.wall());
    if (!hold)
        return Failure {std::move(hold).error()};
    receipt.accounts = accountsOf(payers, *inbound.identity.caller, *hold);
    Reserved reserved {std::move(*hold)};
    if (payers.haveRates())
        reserved.margins = ledger.margins(payers.claims(), clock.now());
    return reserved;
}

Result<limits::Hold> reserveMore(const wire::Call &call, const std::vector<const Deployment *> &deployments,
    const limits::Ask &held, const Receipt &receipt, const Inbound &inbound, const Asking &asking, const Clock &clock)
{
    if (!inbound.identity.caller)
        return limits::Hold {};
    const Payers payers = payersOf(call, deployments, receipt, inbound, asking);
    if (!payers.areLimited())
        return limits::Hold {};
    limits::Ask more = worstCase(call, deployments, asking.snapshot.catalogue);
    more.tokens = std::max<std::int64_t>(more.tokens - held.tokens, 0);
    more.money.nanoDollars = std::max<std::int64_t>(more.money.nanoDollars - held.money.nanoDollars, 0);
    more.isMore = true;
    if (more.tokens == 0 && more.money == Money {})
        return limits::Hold {};
    return asking.callers.ground().ledger.reserve(payers.claims(), more, clock.now(), clock.wall());
}

Result<limits::Hold> reserveBlind(const Caller &caller, Receipt &receipt, Context &context)
{
    Payers payers;
    payers.add(caller.claims);
    auto hold = context.shared.ledger.reserve(payers.claims(), {}, context.clock.now(), context.clock.wall());
    if (hold)
        receipt.accounts = caller.accounts;
    return hold;
}

LimitFacts limitFacts(const Inbound &inbound, const std::vector<limits::Margin> *margins, const Context &context)
{
    LimitFacts facts;
    if (!inbound.identity.caller || inbound.identity.caller->claims.empty())
        return facts;
    const limits::Claim &key = inbound.identity.caller->claims.front(); // a caller's first claim is its key's, where it has one
    if (key.subject != limits::Subject::Key)
        return facts;
    facts.keySpent = context.shared.ledger.standing(*key.account, context.clock.now(), context.clock.wall()).spent;
    facts.key = key.limits.any() ? &key.limits : nullptr;
    facts.margins = margins && !margins->empty() ? margins : nullptr;
    return facts;
}

} // namespace gatehouse::pipeline
