// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace gatehouse::tokens {

/// The files of resources/tokenizers/, packed as they are; vocabulary_data.S puts them into the program.
std::string_view packedO200kBase();
std::string_view packedCl100kBase();

} // namespace gatehouse::tokens
