// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/sources.h"
#include "gateway/providers/table.h"

#include <string>
#include <string_view>
#include <vector>

/// What has to be known to reach a provider, for forms.
namespace gatehouse::providers {

/// A member of litellm_params by which a provider is reached.
struct Parameter {
    std::string_view name;      ///< empty: it is a variable of the environment and nothing else
    std::string_view title;     ///< what people call it
    std::string_view variables; ///< of the environment, that stand in for it, separated by |
    bool isSecret = false;
    bool isRequired = false; ///< false for a cloud's: one of several sets of them is needed
};

/// In the order of a form.
std::vector<Parameter> parameters(const Provider &row);

/// "A|B" as {"A", "B"}.
std::vector<std::string> variablesIn(std::string_view names);
/// The first of \a names, separated by |, that \a environment sets to something; empty where none is.
std::string foundVariable(std::string_view names, const config::Environment &environment);

/// Whether everything that \a row requires is in \a environment; of a cloud, whether something is there that shows who asks.
bool isReady(const Provider &row, const config::Environment &environment);

/// What \a row takes, in the order of lists.
std::vector<Operation> operationsIn(const Provider &row);
/// Whether \a row speaks of servers that are usually one's own: on this machine, or at an address that has to be given.
bool isLocal(const Provider &row);
/// False where a key is rather the exception, and where a cloud is shown something else.
bool needsKey(const Provider &row);
/// The row that \a row is another way of asking; nullptr where it is none.
const Provider *variantOf(const Provider &row);

} // namespace gatehouse::providers
