// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/lookup.h"

#include "gateway/config/keychain.h"
#include "gateway/config/secrecy.h"
#include "gateway/config/secret_file.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace gatehouse::config {

namespace {

namespace fs = std::filesystem;
using Kind = KeychainFault::Kind;

std::string said(const KeychainFault &fault)
{
    return fault.message.empty() ? std::string() : " (" + fault.message + ")";
}

Found notFound(const KeychainFault &fault, const std::string &name)
{
    const std::string key = "the key '" + safeName(name) + "'";
    switch (fault.kind) {
    case Kind::Missing:
        return {{}, "the keychain has no key '" + safeName(name) + "'",
            "put it there with 'gatehouse key set " + safeName(name) + "'"};
    case Kind::Locked:
        return {{}, "the keychain is locked or refuses " + key + said(fault), "unlock it, then read the configuration again"};
    case Kind::Silent:
        return {{}, "the keychain gave no answer about " + key + " in time" + said(fault),
            "it may wait for its password: unlock it, then read the configuration again"};
    case Kind::Absent: break;
    }
    return {{}, "there is no keychain to ask for " + key + said(fault),
        "start one for this user (docs/secrets.md), or use os.environ/NAME or file/PATH"};
}

std::string absolutePath(const fs::path &path)
{
    std::error_code error;
    const fs::path result = fs::absolute(path, error);
    return (error ? path : result).lexically_normal().string();
}

bool isForFilesOnly(const Reference &reference)
{
    static constexpr std::array<std::string_view, 3> own {"LITELLM_MASTER_KEY", "LITELLM_SALT_KEY", "DATABASE_URL"};
    const bool isOwn = std::find(own.begin(), own.end(), reference.name) != own.end();
    return reference.kind == Reference::Kind::File || (reference.kind == Reference::Kind::Variable && isOwn);
}

bool exists(const std::string &path)
{
    std::error_code error;
    return fs::exists(path, error);
}

} // namespace

Lookup::Lookup(Sources sources, std::string folder)
    : m_sources(std::move(sources))
    , m_folder(std::move(folder))
{
}

Found Lookup::find(const Reference &reference)
{
    if (!m_isTrusted && isForFilesOnly(reference))
        return {{}, "'" + safeName(reference.name) + "' is not read for what is kept in the database",
            "use keychain/NAME or another variable"};
    switch (reference.kind) {
    case Reference::Kind::Variable: return inEnvironment(reference.name);
    case Reference::Kind::Keychain: return inKeychain(reference.name);
    case Reference::Kind::File: return inFile(reference.name);
    case Reference::Kind::None: break;
    }
    return {};
}

Found Lookup::inEnvironment(const std::string &name) const
{
    const std::string shown = safeName(name);
    const std::string what = "the environment variable " + shown;
    const auto text = m_sources.environment ? m_sources.environment(name) : std::nullopt;
    if (!text)
        return {{}, what + " is not set", "set " + shown + " or remove the line", {}, what};
    return {Secret(*text), {}, {}, {}, what};
}

Found Lookup::inKeychain(const std::string &name)
{
    if (!isKeyName(name))
        return {{}, "'" + safeName(name) + "' cannot be a key of the keychain", "use letters, digits and . _ - / for its name"};
    const auto known = m_keys.find(name);
    return known != m_keys.end() ? known->second : m_keys.emplace(name, askKeychain(name)).first->second;
}

Found Lookup::askKeychain(const std::string &name)
{
    if (!m_sources.keychain)
        return notFound({}, name);
    if (m_keychainFault)
        return notFound(*m_keychainFault, name);
    auto key = m_sources.keychain(name);
    if (key)
        return {std::move(*key), {}, {}, {}, "the key '" + safeName(name) + "' of the keychain"};
    // Whoever waited once is not to wait again for each name.
    if (key.error().kind != Kind::Missing)
        m_keychainFault = key.error();
    return notFound(key.error(), name);
}

Found Lookup::inFile(const std::string &path)
{
    const std::string file = absolutePath(fs::path(m_folder) / path);
    if (std::find(m_files.begin(), m_files.end(), file) == m_files.end())
        m_files.push_back(file); // a missing one too, so that it is seen when it comes
    const std::string what = "the file " + safeName(file);
    auto secret = readSecretFile(file);
    if (secret) {
        const std::string open = what + " holds a secret and everybody on this machine may read it; chmod 600 " + safeName(file);
        return {std::move(secret->text), {}, {}, secret->isOpenToAll ? open : std::string(), what};
    }
    std::string fix = "paths are relative to the configuration's folder, absolute ones begin with file//";
    if (!path.starts_with('/') && exists("/" + path))
        fix = "for the absolute path write file//" + safeName(path);
    return {{}, what + " cannot be read (" + secret.error() + ")", fix, {}, what};
}

} // namespace gatehouse::config
