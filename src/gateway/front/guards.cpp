// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/guards.h"

#include "gateway/auth/access.h"

namespace gatehouse::front {

namespace {

using people::Role;

std::string masked(const std::string &userId)
{
    constexpr std::size_t begin = 3, end = 2;
    return userId.size() <= begin + end ? "***" : userId.substr(0, begin) + "***" + userId.substr(userId.size() - end);
}

Failure<Error> onlyAdmin(const wire::Request &request, const people::Caller &caller)
{
    const std::string role = caller.role == Role::None ? "unknown" : std::string(toString(caller.role));
    return {Error {Fault::Unauthorized,
        "Authentication Error, Only proxy admin can be used to generate, delete, update info for new keys/users/teams. Route="
            + request.path + ". Your role=" + role + ". Your user_id=" + masked(caller.userId()),
        0, "auth_error", "None"}};
}

Failure<Error> onlyLooks(const wire::Request &request)
{
    return {Error {Fault::Forbidden,
        "user not allowed to access this route, role= proxy_admin_viewer. Trying to access: " + request.path, 0, "auth_error",
        "None"}};
}

bool isManager(Role role)
{
    return role == Role::InternalUser || role == Role::OrgAdmin || role == Role::ProxyAdmin;
}

bool isViewer(Role role)
{
    return isManager(role) || role == Role::InternalUserViewer || role == Role::ProxyAdminViewer;
}

} // namespace

Result<> checkGuard(const Endpoint &endpoint, const wire::Request &request, const people::Caller &caller)
{
    if (auto allowed = auth::mayCall(caller, request.path); !allowed)
        return allowed;
    const bool grants =
        !caller.routes.empty() && !auth::isModelDoor(request.path); // a key's own routes may give more than its role
    if (caller.isAdmin || endpoint.guard == Guard::Key)
        return {};
    const bool onlyReads = request.method == wire::Method::Get;
    if (caller.role == Role::ProxyAdminViewer)
        return onlyReads ? Result<> {} : onlyLooks(request);
    if (endpoint.guard == Guard::Member && (isManager(caller.role) || grants))
        return {};
    if (endpoint.guard == Guard::Viewer && (isViewer(caller.role) || grants))
        return {};
    return onlyAdmin(request, caller);
}

} // namespace gatehouse::front
