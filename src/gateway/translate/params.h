// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/deployment.h"
#include "gateway/core/result.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/members.h"
#include "gateway/translate/reasoning_models.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Which parameters a model takes, and what becomes of those it does not: refused in LiteLLM's words, or dropped where asked.
namespace gatehouse::translate {

struct Files;

/// Whom a request is for, and how it is to be bent.
struct Target {
    const Deployment &deployment;
    std::string_view model;                ///< the name the provider is sent
    Dialect dialect = Dialect::OpenAiChat; ///< what the provider is spoken to in
    bool stream = false;
    bool dropParams = false;
    bool modifyParams = false;
    bool summarizeReasoning = false;       ///< a caller who asks for thinking is shown it, also where that must be asked for
    std::vector<std::string> allowed = {}; ///< OpenAI parameters that are passed on although the model is not known to take them
    Files *files = nullptr;                ///< what was fetched; nullptr = nothing is
};

/// Parameters set for a deployment, in OpenAI's words, where the request says nothing.
void offerDefaults(Members &members, const Deployment &deployment);
/// The same where the caller speaks other words.
Result<> offerDefaults(Conversation &conversation, const Deployment &deployment);

/// Takes out what additional_drop_params name: members, or places below them ("tools[*].function.strict").
void dropListed(Members &members, const std::vector<std::string> &paths);

/// Rules for a provider that speaks OpenAI chat; \a members are in OpenAI's words. Renames, drops, or fails with
/// UnsupportedParams.
Result<> fitToOpenAi(Members &members, const Target &target);

/// The same for Anthropic; \a members are still in OpenAI's words.
Result<> fitToAnthropic(Members &members, const Target &target);

/// OpenAI's families of models, by the name and by what the catalogue knows: a new name, or a deployment's own at Azure, has the
/// rules of its kind. Unknown for other makers' models.
OpenAiFamily familyOf(const Target &target);
/// Whether \a target's model thinks and can be told how hard.
bool reasons(const Target &target);

/// Whether the operator or the caller wants \a name passed on whatever is known of the model (allowed_openai_params).
bool isAllowed(const Target &target, std::string_view name);

/// Takes \a names out of \a members where they may be dropped, else fails with UnsupportedParams that lists those that are there.
/// What the operator or the caller allowed (allowed_openai_params) stays.
Result<> refuse(Members &members, const Target &target, std::span<const std::string_view> names);

/// Refuses \a names as LiteLLM does: "openai does not support parameters: ['top_k'], for model=…".
Error unsupported(const std::vector<std::string> &names, const Target &target);

/// \a user, cut to the length that \a target takes, at a character's end.
std::string_view fittedUser(std::string_view user, const Target &target);

/// The word that tells \a target's model how hard to think. What a caller said in OpenAI's words stays; what stands for another
/// dialect's way of asking becomes the nearest word that the model knows.
std::string_view effortFor(const Conversation &conversation, const Target &target);

/// OpenAI's parameters that a model may or may not take, by name.
const std::vector<std::string_view> &openAiParams();

/// True for a parameter of OpenAI's chat completions API that Anthropic's Messages API has no word for.
bool isOpenAiOnly(std::string_view name);

} // namespace gatehouse::translate
