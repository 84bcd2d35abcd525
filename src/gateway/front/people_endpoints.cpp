// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/people_endpoints.h"

#include "gateway/admin/keys.h"
#include "gateway/admin/organizations.h"
#include "gateway/admin/projects.h"
#include "gateway/admin/team_members.h"
#include "gateway/admin/teams.h"
#include "gateway/admin/users.h"

namespace gatehouse::front {

namespace {

using wire::Method;
constexpr Dialect openAi = Dialect::OpenAiChat;

} // namespace

// Lists of all that there is are made on the store's thread too: with a hundred thousand keys they take longer than a worker has.
std::vector<Endpoint> withPeople(std::vector<Endpoint> rows)
{
    const Endpoint people[] {
        {Method::Post, "/key/generate", Guard::Member, openAi, &admin::manage<admin::generateKey>},
        {Method::Post, "/key/service-account/generate", Guard::Member, openAi, &admin::manage<admin::generateServiceAccount>},
        {Method::Post, "/key/update", Guard::Member, openAi, &admin::manage<admin::updateKey>},
        {Method::Post, "/key/bulk_update", Guard::Admin, openAi, &admin::manage<admin::updateKeys>},
        {Method::Post, "/key/delete", Guard::Member, openAi, &admin::manage<admin::deleteKeys>},
        {Method::Post, "/key/regenerate", Guard::Member, openAi, &admin::manage<admin::regenerateKey>},
        {Method::Post, "/key/{id}/regenerate", Guard::Member, openAi, &admin::manage<admin::regenerateKey>},
        {Method::Post, "/key/{id}/reset_spend", Guard::Member, openAi, &admin::manage<admin::resetKeySpend>},
        {Method::Post, "/key/block", Guard::Member, openAi, &admin::manage<admin::blockKey>},
        {Method::Post, "/key/unblock", Guard::Member, openAi, &admin::manage<admin::unblockKey>},
        {Method::Get, "/key/info", Guard::Key, openAi, &admin::consult<admin::showKey>},
        {Method::Post, "/v2/key/info", Guard::Key, openAi, &admin::consult<admin::showKeys>},
        {Method::Get, "/key/list", Guard::Key, openAi, &admin::manage<admin::listKeys>},
        {Method::Get, "/key/aliases", Guard::Key, openAi, &admin::manage<admin::listKeyAliases>},
        {Method::Post, "/key/health", Guard::Key, openAi, &admin::consult<admin::checkKeyHealth>},

        {Method::Post, "/user/new", Guard::Member, openAi, &admin::manage<admin::newUser>},
        {Method::Post, "/user/update", Guard::Member, openAi, &admin::manage<admin::updateUser>},
        {Method::Post, "/user/bulk_update", Guard::Admin, openAi, &admin::manage<admin::updateUsers>},
        {Method::Post, "/user/delete", Guard::Admin, openAi, &admin::manage<admin::deleteUsers>},
        {Method::Get, "/user/info", Guard::Key, openAi, &admin::manage<admin::showUser>},
        {Method::Get, "/v2/user/info", Guard::Key, openAi, &admin::consult<admin::showUserRow>},
        {Method::Get, "/user/list", Guard::Admin, openAi, &admin::manage<admin::listUsers>},
        {Method::Get, "/user/filter/ui", Guard::Key, openAi, &admin::manage<admin::filterUsers>},
        {Method::Get, "/user/available_roles", Guard::Key, openAi, &admin::consult<admin::listRoles>},

        {Method::Post, "/team/new", Guard::Member, openAi, &admin::manage<admin::newTeam>},
        {Method::Post, "/team/update", Guard::Member, openAi, &admin::manage<admin::updateTeam>},
        {Method::Post, "/team/delete", Guard::Member, openAi, &admin::manage<admin::deleteTeams>},
        {Method::Post, "/team/block", Guard::Admin, openAi, &admin::manage<admin::blockTeam>},
        {Method::Post, "/team/unblock", Guard::Admin, openAi, &admin::manage<admin::unblockTeam>},
        {Method::Post, "/team/member_add", Guard::Member, openAi, &admin::manage<admin::addTeamMembers>},
        {Method::Post, "/team/bulk_member_add", Guard::Member, openAi, &admin::manage<admin::addManyTeamMembers>},
        {Method::Post, "/team/member_delete", Guard::Member, openAi, &admin::manage<admin::removeTeamMember>},
        {Method::Post, "/team/member_update", Guard::Member, openAi, &admin::manage<admin::updateTeamMember>},
        {Method::Post, "/team/model/add", Guard::Member, openAi, &admin::manage<admin::addTeamModels>},
        {Method::Post, "/team/model/delete", Guard::Member, openAi, &admin::manage<admin::removeTeamModels>},
        {Method::Get, "/team/permissions_list", Guard::Key, openAi, &admin::consult<admin::showTeamPermissions>},
        {Method::Post, "/team/permissions_update", Guard::Member, openAi, &admin::manage<admin::updateTeamPermissions>},
        {Method::Post, "/team/{id}/callback", Guard::Member, openAi, &admin::manage<admin::addTeamCallback>},
        {Method::Get, "/team/{id}/callback", Guard::Member, openAi, &admin::consult<admin::listTeamCallbacks>},
        {Method::Post, "/team/{id}/disable_logging", Guard::Member, openAi, &admin::manage<admin::disableTeamLogging>},
        {Method::Get, "/team/info", Guard::Key, openAi, &admin::consult<admin::showTeam>},
        {Method::Get, "/team/list", Guard::Key, openAi, &admin::manage<admin::listTeams>},
        {Method::Get, "/v2/team/list", Guard::Key, openAi, &admin::manage<admin::listTeamPage>},
        {Method::Get, "/team/available", Guard::Key, openAi, &admin::consult<admin::listAvailableTeams>},
        {Method::Get, "/team/filter/ui", Guard::Key, openAi, &admin::manage<admin::filterTeams>},

        {Method::Post, "/organization/new", Guard::Admin, openAi, &admin::manage<admin::newOrganization>},
        {Method::Patch, "/organization/update", Guard::Admin, openAi, &admin::manage<admin::updateOrganization>},
        {Method::Delete, "/organization/delete", Guard::Admin, openAi, &admin::manage<admin::deleteOrganizations>},
        {Method::Get, "/organization/info", Guard::Key, openAi, &admin::consult<admin::showOrganization>},
        {Method::Get, "/organization/list", Guard::Key, openAi, &admin::manage<admin::listOrganizations>},
        {Method::Post, "/organization/member_add", Guard::Member, openAi, &admin::manage<admin::addOrganizationMembers>},
        {Method::Patch, "/organization/member_update", Guard::Member, openAi, &admin::manage<admin::updateOrganizationMember>},
        {Method::Delete, "/organization/member_delete", Guard::Member, openAi, &admin::manage<admin::removeOrganizationMember>},

        {Method::Post, "/project/new", Guard::Member, openAi, &admin::manage<admin::newProject>},
        {Method::Post, "/project/update", Guard::Member, openAi, &admin::manage<admin::updateProject>},
        {Method::Delete, "/project/delete", Guard::Member, openAi, &admin::manage<admin::deleteProjects>},
        {Method::Get, "/project/info", Guard::Key, openAi, &admin::consult<admin::showProject>},
        {Method::Get, "/project/list", Guard::Key, openAi, &admin::manage<admin::listProjects>},
    };
    rows.insert(rows.end(), std::begin(people), std::end(people));
    return rows;
}

} // namespace gatehouse::front
