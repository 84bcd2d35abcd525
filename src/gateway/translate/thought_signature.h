// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

/// Signatures of thoughts on their way through Google's dialect, whose thoughtSignature holds bytes: base64, which typed clients
/// decode. Other providers' signatures that are none, and thoughts that came encrypted, are wrapped.
namespace gatehouse::translate {

/// A signature as thoughtSignature can hold it.
std::string thoughtSignature(std::string_view signature);
/// An encrypted thought (redacted_thinking) in place of one.
std::string encryptedThought(std::string_view data);

/// What a thoughtSignature holds.
struct SignedThought {
    bool isEncrypted = false;
    std::string text; ///< the signature, or the encrypted thought
};
SignedThought readThoughtSignature(std::string_view signature);

} // namespace gatehouse::translate
