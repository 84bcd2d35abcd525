// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/sinks/sink.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::observe::sinks {

/// What a sink needs and knows: variables of the environment, which may stand in the configuration, too.
struct Row {
    std::string_view name;
    std::vector<std::string_view> needs; ///< each a variable, or several of which one will do: "A|B"
    std::vector<std::string_view> knows; ///< others that it reads
    std::string_view family;             ///< how its variables begin; a key may refer to such ones of the environment only
    bool wantsWords;                     ///< it is told what was said
    bool isFile;                         ///< its reports are lines of a file, else they are posted
    std::unique_ptr<Sink> (*make)(const Making &making);
    bool isOurs = false; ///< the gateway's only: keys and teams have none of it
};

const std::vector<Row> &table();
/// nullptr = there is no such sink.
const Row *find(std::string_view name);
/// The variables that are missing, for people: "LANGFUSE_PUBLIC_KEY and LANGFUSE_SECRET_KEY"; empty = none.
std::string missing(const Row &row, const Variables &variables);
/// Whether \a row reads the variable \a name.
bool knows(const Row &row, std::string_view name);
/// Every variable of \a row, each alternative by itself.
std::vector<std::string_view> variablesOf(const Row &row);

} // namespace gatehouse::observe::sinks
