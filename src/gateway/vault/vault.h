// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/error.h"
#include "gateway/core/result.h"
#include "gateway/core/secret.h"

#include <array>
#include <string>
#include <string_view>

namespace gatehouse::vault {

/// Seals what is secret before it is written into a database, with XChaCha20-Poly1305 under a key made from the salt key. A
/// sealed text is bound to its place, so that one row's cannot be read as another's. A value; may be used on any thread.
///
/// "v1:" and base64 of: 4 bytes that tell one salt key from another, 24 of a nonce, the box.
class Vault
{
public:
    /// @param saltKey LITELLM_SALT_KEY, else the master key. Fails where it is empty.
    static Result<Vault> from(const Secret &saltKey);
    Vault(const Vault &) = default;
    Vault &operator=(const Vault &) = default;
    ~Vault(); ///< wipes the key

    /// @param place where the text will stand, for example "model/<id>/api_key"
    std::string seal(std::string_view plain, std::string_view place) const;
    /// What seal() was given for \a place. Fails with a sentence that says whether the salt key is another one or the text was
    /// changed or moved.
    Result<Secret> open(std::string_view sealed, std::string_view place) const;

    /// Whether \a text looks as if seal() had made it.
    static bool isSealed(std::string_view text);

private:
    Vault() = default;
    std::array<unsigned char, 32> m_key {};
    std::array<unsigned char, 4> m_mark {}; ///< of the key
};

} // namespace gatehouse::vault
