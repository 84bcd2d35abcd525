// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"

/// What the configuration says of keys that are made, and who may make which.
namespace gatehouse::admin {

/// default_key_generate_params for what \a body does not say; team_member_key_duration of the team.
QJsonObject withDefaults(const people::Draft &draft, const Asked &asked, QJsonObject body);
/// upperbound_key_generate_params: what is above is refused (400), what is not said becomes the bound.
Result<QJsonObject> withinBounds(const Asked &asked, QJsonObject body);
/// key_generation_settings: who may, and what has to be said.
Result<> checkGeneration(const people::Draft &draft, const Asked &asked, const QJsonObject &body);
/// That a caller who is no administrator makes a key for himself, or for a team of his, and one that may do no more than he.
/// \a before is the key as it was; empty for a new one.
Result<> mayGive(const people::Draft &draft, const Asked &asked, const QJsonObject &before, const QJsonObject &body);

} // namespace gatehouse::admin
