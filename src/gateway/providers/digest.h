// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/secret.h"

#include <optional>
#include <string>
#include <string_view>

/// OpenSSL's digests and signatures, as far as clouds want them. Raw bytes unless a name says otherwise.
namespace gatehouse::providers {

/// 32 bytes.
std::string sha256(std::string_view bytes);
/// 32 bytes (RFC 2104).
std::string hmacSha256(std::string_view key, std::string_view bytes);
/// Lower case, two digits a byte.
std::string hex(std::string_view bytes);
/// RFC 4648 §5, without padding.
std::string base64Url(std::string_view bytes);
/// RSASSA-PKCS1-v1_5 with SHA-256 over \a bytes; none when \a pem is no RSA private key (encrypted ones count as none).
std::optional<std::string> signRs256(const Secret &pem, std::string_view bytes);

} // namespace gatehouse::providers
