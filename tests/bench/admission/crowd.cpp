// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "crowd.h"

#include "gateway/people/token.h"

namespace bench {

using namespace gatehouse;
using people::Kind;

namespace {

const std::string limits = R"("max_budget":1000000,"budget_duration":"30d","rpm_limit":1000000000,"tpm_limit":1000000000000)";

std::string userOf(std::size_t index)
{
    return "user-" + std::to_string(index / 10);
}

std::string teamOf(std::size_t index)
{
    return "team-" + std::to_string(index / 100);
}

people::Change record(Kind kind, std::string id, const std::string &members)
{
    people::Change change {kind, std::move(id)};
    change.json = "{" + members + "," + limits + "}";
    return change;
}

} // namespace

Crowd::Crowd(std::size_t keys)
{
    std::vector<people::Change> changes;
    for (std::size_t i = 0; i < keys; ++i) {
        const std::string token = people::tokenOf(keyOf(i)), user = userOf(i), team = teamOf(i);
        changes.push_back(record(Kind::Key, token,
            R"("token":")" + token + R"(","user_id":")" + user + R"(","team_id":")" + team + R"(","models":["gpt"])"));
        if (i % 10 == 0)
            changes.push_back(record(Kind::User, user, R"("user_id":")" + user + R"(","models":[])"));
        if (i % 100 == 0)
            changes.push_back(record(Kind::Team, team, R"("team_id":")" + team + R"(","models":["gpt"])"));
    }
    m_directory.apply(changes);
    m_directory.setLoaded();
}

std::string Crowd::keyOf(std::size_t index) const
{
    return "sk-bench-key-number-" + std::to_string(index);
}

} // namespace bench
