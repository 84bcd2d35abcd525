// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/environment.h"
#include "gateway/core/secret.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse::config {

/// What became of a reference.
struct Found {
    std::optional<Secret> text;
    std::string problem = {}; ///< why there is none, as the beginning of a sentence
    std::string fix = {};     ///< what to do about it
    std::string warning = {}; ///< what is to be said although it was found
    std::string what = {};    ///< what it is, in words: "the environment variable OPENAI_API_KEY"
};

/// Finds what references stand for. Lives for one reading of a configuration, and asks the keychain for each name once.
class Lookup
{
public:
    /// @param folder what file/PATH is relative to; empty = the current one
    Lookup(Sources sources, std::string folder);

    Found find(const Reference &reference);
    const Environment &environment() const { return m_sources.environment; }
    void use(Environment environment) { m_sources.environment = std::move(environment); }
    /// From now on references come from the database, which administrators of the gateway fill, who need not be those of the
    /// machine: files are not followed, nor what opens the database.
    void trustNoMore() { m_isTrusted = false; }
    /// Absolute paths of the files that were looked for.
    const std::vector<std::string> &files() const { return m_files; }

private:
    Found inEnvironment(const std::string &name) const;
    Found inKeychain(const std::string &name);
    Found askKeychain(const std::string &name);
    Found inFile(const std::string &path);

    Sources m_sources;
    std::string m_folder;
    std::map<std::string, Found> m_keys;
    std::optional<KeychainFault> m_keychainFault; // one that other names would meet too
    std::vector<std::string> m_files;
    bool m_isTrusted = true;
};

} // namespace gatehouse::config
