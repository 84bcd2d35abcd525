// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::config {

/// What a key may hold.
enum class Type { Boolean, Integer, Number, String, Duration, Secret, StringList, List, Map, FallbackList, Any };

/// Whether a key does something in this version.
enum class Served {
    Now,   ///< it works
    Later, ///< known, accepted, and said to be not active yet
    Never, ///< known, but without a meaning here (Python hooks, for example); said once
};

/// One configuration key. This table is all there is to know about keys: it parses, checks, gives defaults, and writes the JSON
/// Schema and docs/configuration.md.
struct Key {
    std::string_view path; ///< "router_settings.num_retries"; "[]" stands for the items of a list, "*" for any key
    Type type = Type::Any;
    std::string_view fallback; ///< the default as YAML text; empty = none
    Served served = Served::Later;
    std::string_view choices; ///< allowed words, separated by |; empty = any
    std::string_view help;    ///< one sentence for docs and forms
};

const std::vector<Key> &schema();
/// The row of \a path (concrete: list indexes and wildcards are matched), or nullptr.
const Key *findKey(std::string_view path);
/// True for a key of litellm_params that is not the gateway's own but a parameter of requests to this deployment, such as
/// temperature or anything the schema does not know.
bool isRequestParameter(std::string_view litellmParam);
/// JSON Schema (draft 2020-12) of a configuration file.
std::string jsonSchema();
/// docs/configuration.md.
std::string referencePage();

} // namespace gatehouse::config
