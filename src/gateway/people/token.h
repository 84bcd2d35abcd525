// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

/// Virtual keys as text.
namespace gatehouse::people {

/// What is kept of a key: its SHA-256 in hex.
std::string tokenOf(std::string_view key);
/// The token that \a keyOrToken names: itself, or that of the key.
std::string tokenFrom(std::string_view keyOrToken);
bool isToken(std::string_view text);
/// "sk-...wxyz", as LiteLLM shows it.
std::string keyName(std::string_view key);
/// A new one: "sk-" and 22 characters of base64 from the system's generator, 128 bits.
std::string newKey();
/// A random UUID from the system's generator.
std::string newId();

} // namespace gatehouse::people
