// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/deployment.h"
#include "gateway/pipeline/health_check_rules.h"
#include "gateway/wire/call.h"

/// What a health check asks of a deployment: the smallest request that its mode knows. Where its model_info says something of
/// health checks, that counts.
namespace gatehouse::admin {

/// Whether there is a question for \a deployment: not for realtime, batches, video and the like, and not for a wildcard without a
/// health_check_model.
bool canBeChecked(const Deployment &deployment);
/// Whether there is one for a \a mode, a word of model_info.mode.
bool hasQuestion(std::string_view mode);
/// Whether \a deployment is one that background checks are told to leave out.
bool isLeftOut(const Deployment &deployment);
/// Whether background checks ask \a deployment.
bool isCheckedInBackground(const Deployment &deployment, const pipeline::HealthCheckRules &rules);

/// The mode it is asked in: what is known of its model, else what model_info says, else "chat".
std::string checkedMode(const Deployment &deployment);
/// The name of the model that is asked for, as its provider is sent it.
std::string checkedModel(const Deployment &deployment);
/// How many tokens the answer may have, where the mode speaks of them.
std::optional<std::int64_t> checkedTokens(const Deployment &deployment);
/// The question itself; of a transcription only its fields, see check_sound.h.
wire::Call checkCall(const Deployment &deployment);

} // namespace gatehouse::admin
