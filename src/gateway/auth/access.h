// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/people/caller.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What a caller may use.
namespace gatehouse::auth {

/// A model, as lists of allowed ones may name it.
struct ModelNames {
    std::string_view asked;                         ///< by the caller
    std::string_view group = {};                    ///< that the name leads to; empty = none
    std::string_view provider = {};                 ///< of its first deployment
    std::span<const std::string> accessGroups = {}; ///< of its deployments
};

/// Whether all levels of \a caller's rights have the model. Fails with 403 and the level that has not.
Result<> mayUse(const people::Caller &caller, const ModelNames &model);

/// What the caller's own and its team's aliases make of \a model.
std::string_view resolved(const people::Caller &caller, std::string_view model);

/// Whether allowed_routes of the key, where there are any, have \a path. Fails with 403.
Result<> mayCall(const people::Caller &caller, std::string_view path);

/// Whether one of \a routes, as allowed_routes names them, is or covers \a path.
bool covered(const std::vector<std::string> &routes, std::string_view path);

/// Whether \a path is one of the doors to models.
bool isModelDoor(std::string_view path);

} // namespace gatehouse::auth
