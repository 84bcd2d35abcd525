// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::catalogue {

/// The names under which \a model of \a provider may stand in the price map, the likeliest first.
std::vector<std::string> candidates(std::string_view provider, std::string_view model);

/// True when an entry that names \a listed as its provider speaks of models of \a provider: "bedrock_converse" and "bedrock",
/// "vertex_ai-anthropic_models" and "vertex_ai", "cohere_chat" and "cohere".
bool isSameProvider(std::string_view listed, std::string_view provider);

/// \a name without a date or version behind it: "-2024-08-06", "-20250929", "@20250929", ":0", "-v1", "-latest". Empty when there
/// is none.
std::string_view withoutDate(std::string_view name);

/// The order of the table: capital and small letters are the same.
int compareNames(std::string_view one, std::string_view other);

} // namespace gatehouse::catalogue
