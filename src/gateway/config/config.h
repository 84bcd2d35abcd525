// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/sources.h"
#include "gateway/config/value.h"

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
    std::string message; ///< what is wrong and how to put it right, in one or two sentences, without secrets
};
/// "config.yaml:12:5: warning: unknown key 'modle_list'; did you mean 'model_list'?"
std::string toString(const Diagnostic &diagnostic);

/// Another name for a model group.
struct Alias {
    struct Target {
        std::string model; ///< a model group, or a deployment's litellm_params.model
        double weight = 1;
    };
    std::string name;
    std::vector<Target> targets;
    bool isHidden = false; ///< not listed by /v1/models
};

/// A configuration that was read: LiteLLM's YAML with includes merged and references (os.environ/, keychain/, file/) resolved.
/// Immutable.
struct Config {
    Value root;
    std::vector<Diagnostic> diagnostics;
    std::vector<std::string> files; ///< absolute paths of the file, its includes and the files of its secrets, to be watched
    std::string revision = {};      ///< of the text it was read from (text_file.h); empty where nobody said
    Environment environment;        ///< what load() was given, with environment_variables on top; providers' keys come from here

    bool ok() const; ///< no diagnostic is an error
    /// The value at "router_settings.num_retries", else the schema's default, else null.
    Value get(std::string_view path) const;
    /// The same without defaults: null when the file does not say it.
    Value given(std::string_view path) const;
    /// A key that may stand in router_settings and in litellm_settings, as fallbacks and num_retries may: the router's word
    /// counts first, and a default last.
    Value setting(std::string_view key) const;
    /// The usable entries of model_list (each a map with model_name, litellm_params, model_info). Credentials of credential_list
    /// and rpm and tpm of the entry are merged into litellm_params; a list of organizations has become one entry for each.
    std::vector<Value> models() const;

    /// Model group → list of what to try instead (group names; rarely a map with "model"). "*" stands for every other group.
    Value fallbacks() const;
    Value contextWindowFallbacks() const;
    Value contentPolicyFallbacks() const;
    std::vector<std::string> defaultFallbacks() const;
    /// router_settings.model_group_alias in one shape for its three spellings.
    std::vector<Alias> aliases() const;
    /// guardrails of the top level, then those of litellm_settings.
    std::vector<Value> guardrails() const;
};

/// Reads \a path. Never throws; what is wrong stands in diagnostics. Takes as long as the keychain takes to answer, where a
/// value is kept there.
Config load(const std::string &path, const Sources &sources = {});
/// The same where the \a text of the file was read already.
Config parseFile(const std::string &text, const std::string &path, const Sources &sources = {});
/// The same from text; includes and files of secrets are looked up beside \a name.
Config parse(std::string text, const std::string &name, const Sources &sources = {});

/// What `gatehouse check` prints: every diagnostic by file and line, and a last line that counts them.
std::string report(const Config &config);

} // namespace gatehouse::config
