// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/value.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::config {

/// One thing to say about a configuration.
struct Diagnostic {
    enum class Level { Error, Warning, Note };
    Level level = Level::Error;
    Mark where;
    std::string message;  ///< what is wrong and how to put it right, in one or two sentences, without secrets
};
/// "config.yaml:12:5: warning: unknown key 'modle_list'; did you mean 'model_list'?"
std::string toString(const Diagnostic &diagnostic);

/// Where os.environ/NAME is looked up. environment_variables of the file come on top.
using Environment = std::function<std::optional<std::string>(const std::string &name)>;
Environment processEnvironment();

/// A configuration that was read: LiteLLM's YAML with includes merged and os.environ/ references resolved. Immutable.
struct Config {
    Value root;
    std::vector<Diagnostic> diagnostics;
    std::vector<std::string> files;   ///< absolute paths of the file and its includes, to be watched

    bool ok() const;                  ///< no diagnostic is an error
    /// The value at "router_settings.num_retries", else the schema's default, else null.
    Value get(std::string_view path) const;
    /// The entries of model_list (each a map with model_name, litellm_params, model_info).
    std::vector<Value> models() const;
};

/// Reads \a path. Never throws; what is wrong stands in diagnostics.
Config load(const std::string &path, const Environment &environment = processEnvironment());
/// The same from text; includes are looked up beside \a name.
Config parse(std::string text, const std::string &name, const Environment &environment = processEnvironment());

} // namespace gatehouse::config
