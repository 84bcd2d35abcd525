// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/routing/blocked.h"

#include "gateway/core/deployment.h"
#include "gateway/wire/json_object.h"

namespace gatehouse::routing {

bool isBlocked(const Deployment &deployment)
{
    if (deployment.shownInfo.find("blocked") == std::string::npos)
        return false;
    const auto info = wire::JsonObject::parse(deployment.shownInfo);
    return info && wire::jsonBool(info->find("blocked")).value_or(false);
}

} // namespace gatehouse::routing
