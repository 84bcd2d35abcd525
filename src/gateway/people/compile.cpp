// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/people/compile.h"

#include "gateway/people/accounts.h"
#include "gateway/people/callbacks.h"
#include "gateway/people/claims.h"
#include "gateway/people/fields.h"

#include <QJsonDocument>

#include <algorithm>
#include <iterator>

namespace gatehouse::people {

namespace {

using limits::Claim;

// The last of a caller's claims.
void claimOfEverybody(Caller &caller, const Ground &ground)
{
    caller.claims.push_back(proxyClaim(ground));
    caller.accounts = accountsText(caller.claims);
}

/// One key, being compiled.
class Compiler
{
public:
    Compiler(const Ground &ground, Clock::Wall now)
        : m_ground(ground)
        , m_now(now)
    {
    }

    std::shared_ptr<const Caller> key(const Record &record)
    {
        m_key = objectFrom(record.json);
        Principal who;
        who.token = record.id;
        who.keyAlias = textIn(m_key, "key_alias");
        who.userId = textIn(m_key, "user_id");
        who.teamId = textIn(m_key, "team_id");
        who.projectId = textIn(m_key, "project_id");
        who.organizationId = textIn(m_key, "organization_id");
        m_user = fields(Kind::User, who.userId);
        m_team = fields(Kind::Team, who.teamId);
        m_project = fields(Kind::Project, who.projectId);
        if (who.organizationId.empty())
            who.organizationId = textIn(m_team, "organization_id");
        m_organization = fields(Kind::Organization, who.organizationId);
        who.teamAlias = textIn(m_team, "team_alias");
        who.userEmail = textIn(m_user, "user_email");
        who.labels = labels();
        m_caller.who = std::make_shared<const Principal>(std::move(who));
        m_caller.role = roleFrom(textIn(m_user, "user_role"));
        m_caller.isAdmin = m_caller.role == Role::ProxyAdmin;
        m_caller.keyName = textIn(m_key, "key_name");
        m_caller.expires = timeIn(m_key, "expires");
        refuse();
        allow();
        readMetadata();
        m_caller.callbacks = callbacksOf(m_key, m_team, m_ground.policy.teamSettings);
        claim();
        return std::make_shared<const Caller>(std::move(m_caller));
    }

private:
    QJsonObject fields(Kind kind, const std::string &id) const { return m_ground.fields(kind, id); }

    // The key's members stand above its team's.
    std::string labels() const
    {
        QJsonObject found;
        for (const QJsonObject *from : {&m_team, &m_key}) {
            const QJsonObject metadata = from->value(QLatin1String("metadata")).toObject();
            for (const std::string &name : m_ground.policy.labelMembers) {
                if (const QJsonValue value = metadata.value(qt(name)); !value.isUndefined() && !value.isNull())
                    found.insert(qt(name), value);
            }
        }
        return found.isEmpty() ? std::string() : jsonOf(found);
    }

    void refuse()
    {
        const auto isBlocked = [](const QJsonObject &fields) { return fields.value(QLatin1String("blocked")).toBool(); };
        const auto say = [this](std::string message) {
            m_caller.refusal =
                Error {Fault::Unauthorized, "Authentication Error, " + std::move(message), 0, "auth_error", "None"};
        };
        if (isBlocked(m_key))
            say("Key is blocked. Update via `/key/unblock` if you're admin.");
        else if (isBlocked(m_team))
            say("Team=" + m_caller.teamId() + " is blocked. Update via `/team/unblock` if your admin.");
        else if (isBlocked(m_project))
            say("Project=" + m_caller.who->projectId + " is blocked. Update via `/project/update` if you're admin.");
    }

    // An entry that names an access group of the database stands for the group's models.
    std::vector<std::string> writtenOut(std::vector<std::string> names, const std::vector<std::string> &groupIds) const
    {
        for (const std::string &id : groupIds) {
            const auto models = listIn(fields(Kind::AccessGroup, id), "access_model_names");
            names.insert(names.end(), models.begin(), models.end());
        }
        for (std::size_t i = 0, count = names.size(); i < count; ++i) {
            const auto models = listIn(fields(Kind::AccessGroup, names[i]), "access_model_names");
            names.insert(names.end(), models.begin(), models.end());
        }
        return names;
    }

    void allow()
    {
        const std::pair<Kind, const QJsonObject *> levels[] {{Kind::Key, &m_key}, {Kind::Team, &m_team}, {Kind::User, &m_user},
            {Kind::Organization, &m_organization}, {Kind::Project, &m_project}};
        for (const auto &[level, from] : levels)
            allow(level, *from);
        for (const QJsonObject *from : {&m_key, &m_team}) {
            const QJsonObject aliases = from->value(QLatin1String(from == &m_key ? "aliases" : "model_aliases")).toObject();
            for (auto alias = aliases.begin(); alias != aliases.end(); ++alias)
                m_caller.aliases.emplace_back(alias.key().toStdString(), alias.value().toString().toStdString());
        }
    }

    void allow(Kind level, const QJsonObject &from)
    {
        AllowedModels allowed {level, writtenOut(listIn(from, "models"), listIn(from, "access_group_ids")), false};
        const auto names = [&allowed](std::string_view name) {
            return std::find(allowed.names.begin(), allowed.names.end(), name) != allowed.names.end();
        };
        const bool isTeamKey = !m_caller.teamId().empty();
        if (allowed.names.empty() || names("*") || names("all-proxy-models")
            || (level == Kind::Key && isTeamKey && names("all-team-models")))
            return;
        allowed.isNone = level == Kind::User && names("no-default-models");
        if (allowed.isNone && isTeamKey) // he has no models of his own, and the team's by the team
            return;
        m_caller.models.push_back(std::move(allowed));
    }

    void readMetadata()
    {
        m_caller.routes = listIn(m_key, "allowed_routes");
        m_caller.cacheControls = listIn(m_key, "allowed_cache_controls");
        const QJsonValue habits = m_key.value(QLatin1String("metadata")).toObject().value(QLatin1String("cache"));
        if (habits.isObject())
            m_caller.cacheHabits = QJsonDocument(habits.toObject()).toJson(QJsonDocument::Compact).toStdString();
        for (const QJsonObject *from : {&m_key, &m_team, &m_project, &m_organization})
            readGuardrails(*from);
        for (const QJsonObject *from : {&m_key, &m_team}) {
            const QJsonObject metadata = from->value(QLatin1String("metadata")).toObject();
            for (std::string &tag : listIn(metadata, "tags"))
                m_caller.tags.push_back(std::move(tag));
            for (std::string &param : listIn(metadata, "enforced_params"))
                m_caller.requiredParams.push_back(std::move(param));
            m_caller.mayMock = m_caller.mayMock || metadata.value(QLatin1String("allow_client_mock_response")).toBool();
        }
    }

    // Everybody's guardrails are to be passed; only a key and its team can do without those that are for every call.
    void readGuardrails(const QJsonObject &from)
    {
        const QJsonObject metadata = from.value(QLatin1String("metadata")).toObject();
        for (const QJsonObject &place : {from, metadata}) {
            for (std::string &name : listIn(place, "guardrails"))
                m_caller.guardrails.push_back(std::move(name));
        }
        if (&from != &m_key && &from != &m_team)
            return;
        for (const char *name : {"disable_global_guardrails", "disable_global_guardrail"})
            m_caller.declinesGuardrails = m_caller.declinesGuardrails || metadata.value(QLatin1String(name)).toBool();
    }

    // In LiteLLM's order.
    void claim()
    {
        const Principal &who = *m_caller.who;
        claim(Kind::Key, who.token, m_key);
        raiseForNow(m_caller.claims.back());
        if (!who.userId.empty()) {
            claim(Kind::User, who.userId, m_user);
            if (!who.teamId.empty())
                m_caller.claims.back().limits.budget.reset(); // a user's budget is for his own keys
        }
        if (!who.teamId.empty()) {
            claim(Kind::Team, who.teamId, m_team);
            claimAsMember(who);
        }
        if (!who.organizationId.empty()) {
            claim(Kind::Organization, who.organizationId, m_organization);
            claimAsOrganizationMember(who);
        }
        if (!who.projectId.empty())
            claim(Kind::Project, who.projectId, m_project);
        m_caller.modelClaims = modelClaimsOf(Kind::Key, who.token, m_key, m_ground);
        if (!who.teamId.empty()) {
            auto ofTeam = modelClaimsOf(Kind::Team, who.teamId, m_team, m_ground);
            std::move(ofTeam.begin(), ofTeam.end(), std::back_inserter(m_caller.modelClaims));
        }
        claimOfEverybody(m_caller, m_ground);
    }

    void claim(Kind kind, const std::string &id, const QJsonObject &from)
    {
        m_caller.claims.push_back(claimOf(kind, id, from, m_ground));
    }

    // A member's budget is his own, or else the one that the team gives to each.
    void claimAsMember(const Principal &who)
    {
        if (who.userId.empty())
            return;
        const std::string id = memberId(who.teamId, who.userId);
        QJsonObject member = fields(Kind::Member, id);
        if (textIn(member, "budget_id").empty())
            member.insert(QStringLiteral("budget_id"),
                m_team.value(QLatin1String("metadata")).toObject().value(QLatin1String("team_member_budget_id")));
        claim(Kind::Member, id, member);
    }

    // Only who is a member has a share of his own.
    void claimAsOrganizationMember(const Principal &who)
    {
        const std::string id = memberId(who.organizationId, who.userId);
        const QJsonObject member = fields(Kind::OrganizationMember, id);
        if (!member.isEmpty())
            claim(Kind::OrganizationMember, id, member);
    }

    // temp_budget_increase, until temp_budget_expiry.
    void raiseForNow(Claim &claim)
    {
        const QJsonObject metadata = m_key.value(QLatin1String("metadata")).toObject();
        const auto increase = moneyIn(metadata, "temp_budget_increase");
        const auto until = timeIn(metadata, "temp_budget_expiry");
        if (!claim.limits.budget || !increase || !until || *until <= m_now)
            return;
        claim.limits.budget = *claim.limits.budget + *increase;
        m_caller.freshUntil = until;
    }

    const Ground &m_ground;
    Clock::Wall m_now;
    QJsonObject m_key, m_user, m_team, m_organization, m_project;
    Caller m_caller;
};

} // namespace

std::shared_ptr<const Caller> compileKey(const Record &record, const Ground &ground, Clock::Wall now)
{
    return Compiler(ground, now).key(record);
}

std::shared_ptr<const Caller> compileMaster(std::string_view token, const Ground &ground)
{
    Caller caller;
    Principal who;
    who.token = std::string(token);
    who.userId = ground.policy.adminId;
    caller.who = std::make_shared<const Principal>(std::move(who));
    caller.role = Role::ProxyAdmin;
    caller.isAdmin = true;
    for (const auto &[kind, id] : {std::pair(Kind::Key, caller.who->token), std::pair(Kind::User, caller.who->userId)}) {
        if (!id.empty())
            caller.claims.push_back(claimOf(kind, id, {}, ground));
    }
    claimOfEverybody(caller, ground);
    return std::make_shared<const Caller>(std::move(caller));
}

std::shared_ptr<const Caller> compileStranger(const Ground &ground)
{
    Caller caller;
    caller.who = std::make_shared<const Principal>();
    claimOfEverybody(caller, ground);
    return std::make_shared<const Caller>(std::move(caller));
}

} // namespace gatehouse::people
