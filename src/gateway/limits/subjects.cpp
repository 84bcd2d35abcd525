// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/limits/subjects.h"

#include <array>

namespace gatehouse::limits {

namespace {

constexpr std::array subjects {
    SubjectInfo {Subject::Proxy, "proxy", "Budget has been exceeded! Current cost: ", ", Max budget: "},
    SubjectInfo {Subject::Key, "api_key", "Budget has been exceeded! Current cost: ", ", Max budget: "},
    SubjectInfo {Subject::User, "user", "ExceededBudget: User={} over budget. Spend=", ", Budget="},
    SubjectInfo {Subject::Team, "team", "Budget has been exceeded! Team={} Current cost: ", ", Max budget: "},
    SubjectInfo {Subject::Member, "team_member", "Budget has been exceeded! Team member={} Current cost: ", ", Max budget: "},
    SubjectInfo {Subject::Customer, "end_user", "ExceededBudget: End User={} over budget. Spend=", ", Budget="},
    SubjectInfo {
        Subject::Organization, "organization", "Budget has been exceeded! Organization={} Current cost: ", ", Max budget: "},
    SubjectInfo {Subject::OrganizationMember, "organization_member",
        "Budget has been exceeded! Organization member={} Current cost: ", ", Max budget: "},
    SubjectInfo {Subject::Project, "project", "Budget has been exceeded! Project={} Current cost: ", ", Max budget: "},
    SubjectInfo {Subject::Tag, "tag", "Budget has been exceeded! Tag={} Current cost: ", ", Max budget: "},
    SubjectInfo {Subject::KeyModel, "model_per_key",
        "LiteLLM Virtual Key: {}, exceeded budget for model. Current cost: ", ", Max budget: "},
    SubjectInfo {
        Subject::TeamModel, "model_per_team", "Budget has been exceeded! Team model={} Current cost: ", ", Max budget: "},
};

} // namespace

const SubjectInfo &info(Subject subject)
{
    return subjects[static_cast<std::size_t>(subject)]; // tst_subjects proves that row n is subject n
}

} // namespace gatehouse::limits
