// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/vault/fingerprint.h"

#include <sodium.h>

namespace gatehouse::vault {

Fingerprints::Fingerprints()
{
    static_assert(std::tuple_size_v<Fingerprint> == crypto_shorthash_siphashx24_KEYBYTES);
    static_assert(std::tuple_size_v<Fingerprint> == crypto_shorthash_siphashx24_BYTES);
    randombytes_buf(m_key.data(), m_key.size());
}

Fingerprint Fingerprints::of(std::string_view text) const
{
    Fingerprint print {};
    crypto_shorthash_siphashx24(print.data(), reinterpret_cast<const unsigned char *>(text.data()), text.size(), m_key.data());
    return print;
}

} // namespace gatehouse::vault
