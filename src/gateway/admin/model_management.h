// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"

/// Models that are added at run time: kept in the database, secrets in their litellm_params sealed, and usable as soon as the
/// answer is there. Those of the configuration file are changed there.
namespace gatehouse::admin {

Result<std::string> newModel(people::Draft &draft, const Asked &asked);
/// POST /model/update: model_info.id says which; one that is not in the database is put there, if the body says all of it.
Result<std::string> updateModel(people::Draft &draft, const Asked &asked);
/// PATCH /model/{id}/update: the parts that are given.
Result<std::string> patchModel(people::Draft &draft, const Asked &asked);
Result<std::string> deleteModel(people::Draft &draft, const Asked &asked);

} // namespace gatehouse::admin
