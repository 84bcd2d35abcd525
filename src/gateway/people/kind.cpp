// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/people/kind.h"

#include <algorithm>
#include <iterator>

namespace gatehouse::people {

namespace {

struct Row {
    Kind kind;
    std::string_view name, table;
};

constexpr Row rows[] {
    {Kind::Key, "key", "LiteLLM_VerificationToken"},
    {Kind::RetiredKey, "retired_key", "LiteLLM_VerificationToken"},
    {Kind::DeletedKey, "deleted_key", "LiteLLM_DeletedVerificationToken"},
    {Kind::User, "user", "LiteLLM_UserTable"},
    {Kind::Team, "team", "LiteLLM_TeamTable"},
    {Kind::DeletedTeam, "deleted_team", "LiteLLM_DeletedTeamTable"},
    {Kind::Member, "member", "LiteLLM_TeamMembership"},
    {Kind::Customer, "customer", "LiteLLM_EndUserTable"},
    {Kind::Organization, "organization", "LiteLLM_OrganizationTable"},
    {Kind::OrganizationMember, "organization_member", "LiteLLM_OrganizationMembership"},
    {Kind::Project, "project", "LiteLLM_ProjectTable"},
    {Kind::Tag, "tag", "LiteLLM_TagTable"},
    {Kind::Budget, "budget", "LiteLLM_BudgetTable"},
    {Kind::AccessGroup, "access_group", "LiteLLM_AccessGroupTable"},
    {Kind::Credential, "credential", "LiteLLM_CredentialsTable"},
    {Kind::Model, "model", "LiteLLM_ProxyModelTable"},
    {Kind::Setting, "setting", "LiteLLM_Config"},
    {Kind::Guardrail, "guardrail", "LiteLLM_GuardrailsTable"},
    {Kind::Invitation, "invitation", "LiteLLM_InvitationLink"},
};

} // namespace

std::string_view toString(Kind kind)
{
    return std::find_if(std::begin(rows), std::end(rows), [kind](const Row &row) { return row.kind == kind; })->name;
}

std::string_view tableOf(Kind kind)
{
    return std::find_if(std::begin(rows), std::end(rows), [kind](const Row &row) { return row.kind == kind; })->table;
}

std::optional<Kind> kindFrom(std::string_view text)
{
    const auto row = std::find_if(std::begin(rows), std::end(rows), [text](const Row &each) { return each.name == text; });
    return row == std::end(rows) ? std::nullopt : std::optional(row->kind);
}

} // namespace gatehouse::people
