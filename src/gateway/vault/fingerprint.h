// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstring>
#include <string_view>

namespace gatehouse::vault {

/// 128 bits that stand for a text inside this process.
using Fingerprint = std::array<unsigned char, 16>;

/// They are evenly spread, so a part of one is a hash of it.
struct FingerprintHash {
    std::size_t operator()(const Fingerprint &print) const
    {
        std::size_t part = 0;
        std::memcpy(&part, print.data(), sizeof part);
        return part;
    }
};

/// Makes them: SipHash-2-4 of 128 bits under a random key of its own, which nobody outside can know, so that nobody can look for
/// two texts with the same one. Far cheaper than SHA-256; it is for memory only, not for what is stored. A value; may be used on
/// any thread.
class Fingerprints
{
public:
    Fingerprints();
    Fingerprint of(std::string_view text) const;

private:
    Fingerprint m_key {};
};

} // namespace gatehouse::vault
