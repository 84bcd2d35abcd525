// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/people/compile.h"
#include "gateway/people/known_callers.h"
#include "gateway/vault/fingerprint.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace gatehouse::people {

/// The callers that one worker knows, compiled when they are first seen and again after anything administered has changed. On
/// that worker's thread only, so a known key costs one look at the directory's generation and one in a map.
class Callers
{
public:
    explicit Callers(const Ground &ground);

    /// By the \a key as it is sent. None = there is no such key.
    std::shared_ptr<const Caller> find(std::string_view key, Clock::Wall now);
    std::shared_ptr<const Caller> master(const std::string &token);
    /// Who comes where no key is asked for: he may call models, and pays with everybody.
    std::shared_ptr<const Caller> stranger();
    /// See claims.h. Kept as callers are; none is kept of those that are not known, who may be as many as they like.
    const Customer *customer(const std::string &id);
    const limits::Claim *tag(const std::string &name);
    const Ground &ground() const { return m_ground; }

private:
    void refresh();
    std::shared_ptr<const Caller> look(const std::string &token, Clock::Wall now) const;

    Ground m_ground;
    std::uint64_t m_generation = 0;
    vault::Fingerprints m_prints;
    KnownCallers m_known;                                                     // by the key: no key is kept, nor hashed twice
    std::unordered_map<std::string, std::shared_ptr<const Caller>> m_masters; // by what they are charged under
    std::shared_ptr<const Caller> m_stranger;
    std::unordered_map<std::string, Customer> m_customers;
    std::unordered_map<std::string, limits::Claim> m_tags;
};

} // namespace gatehouse::people
