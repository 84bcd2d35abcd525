// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/grant.h"
#include "gateway/core/result.h"
#include "gateway/upstream/client.h"

#include <memory>
#include <optional>
#include <string_view>

namespace gatehouse::credentials {

/// What a token service answered, whole.
struct Answer {
    int status = 0;
    const wire::Headers &headers;
    std::string_view body;
};

/// How one grant is come by: questions to token services, one after the other, and what the answers mean. Knows no network;
/// reads the files that hold an identity anew for each question. Errors are Fault::Authentication where something has to be
/// put right, saying what to check, and Fault::ApiConnection where the service fails or says what cannot be read. They are
/// for callers, without the provider's name before them, and repeat nothing that a service said but well-known codes.
class Recipe
{
public:
    virtual ~Recipe() = default;
    /// The next question.
    virtual Result<upstream::Outgoing> ask(Clock::Wall now) = 0;
    /// The grant, or nothing when there is another question to ask.
    virtual Result<std::optional<Grant>> read(const Answer &answer, Clock::Wall now) = 0;
    /// What it means that the service did not answer: \a why is upstream's error.
    virtual Error unreached(const Error &why) const = 0;
};

/// For an \a access that isFetched(). The recipe holds what it needs of it.
std::unique_ptr<Recipe> recipeFor(const CloudAccess &access);

std::unique_ptr<Recipe> googleRecipe(const GoogleAccess &access, std::string missing);
std::unique_ptr<Recipe> entraRecipe(const EntraAccess &access);
std::unique_ptr<Recipe> awsRecipe(const AwsAccess &access, std::string missing);
/// The keys of the machine or container itself, without roles.
std::unique_ptr<Recipe> machineKeysRecipe(const AwsKeySource &source, std::string missing);

} // namespace gatehouse::credentials
