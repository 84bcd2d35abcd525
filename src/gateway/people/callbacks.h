// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/callback_choice.h"

#include <QJsonObject>

#include <memory>
#include <string>

namespace gatehouse::people {

/// What a key says of sinks for its own calls (metadata.logging, metadata.litellm_disabled_callbacks), else what its team says,
/// else what \a teamSettings (litellm_settings.default_team_settings, JSON) says of the team. None = nobody says anything.
std::shared_ptr<const Callbacks> callbacksOf(const QJsonObject &key, const QJsonObject &team, const std::string &teamSettings);

} // namespace gatehouse::people
