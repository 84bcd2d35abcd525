// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/core/secret.h"

#include <concepts>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse::config {

/// Where os.environ/NAME is looked up. environment_variables of the file come on top.
using Environment = std::function<std::optional<std::string>(const std::string &name)>;
Environment processEnvironment();

/// Why the keychain did not give a key.
struct KeychainFault {
    enum class Kind {
        Missing, ///< it has no key of that name
        Locked,  ///< it is locked, or whoever was asked said no
        Silent,  ///< it did not answer in time
        Absent,  ///< there is none, or it cannot be reached
    };
    Kind kind = Kind::Absent;
    std::string message = {}; ///< what it said itself, where it said something
};

/// Where keychain/NAME is looked up. May take seconds: people may be asked for a password.
using KeychainReader = std::function<Result<Secret, KeychainFault>(const std::string &name)>;

/// What was added at run time and is kept in the database. It lies over the file.
struct Stored {
    struct Entry {
        std::string name; ///< for messages: a model's id, a credential's name, a section of the file
        Secret json;      ///< as it would stand in the file
    };
    std::vector<Entry> credentials = {}, models = {};
    std::vector<Entry> settings = {};       ///< sections such as litellm_settings, whose keys go over the file's
    std::vector<std::string> problems = {}; ///< what is there and cannot be read
    std::vector<Entry> guardrails = {};
};
/// Reads it; secrets in it were sealed under \a saltKey, which the file may name.
using StoredReader = std::function<Stored(const Secret &saltKey)>;

/// What a configuration is read from, beside its file.
struct Sources {
    Environment environment = processEnvironment();
    KeychainReader keychain = {}; ///< empty = there is none
    StoredReader stored = {};     ///< empty = there is no database

    Sources() = default;
    /// From anything that can be asked for a variable, as in load(path, environment).
    template <std::convertible_to<Environment> Variables>
    Sources(Variables variables, KeychainReader keys = {}, StoredReader runtime = {})
        : environment(std::move(variables))
        , keychain(std::move(keys))
        , stored(std::move(runtime))
    {
    }
};

} // namespace gatehouse::config
