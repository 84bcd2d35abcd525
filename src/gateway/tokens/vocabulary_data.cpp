// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/tokens/vocabulary_data.h"

#include <cstddef>

extern "C" {
extern const char gatehouse_o200k_base[], gatehouse_o200k_base_end[];
extern const char gatehouse_cl100k_base[], gatehouse_cl100k_base_end[];
}

namespace gatehouse::tokens {

std::string_view packedO200kBase()
{
    return {gatehouse_o200k_base, static_cast<std::size_t>(gatehouse_o200k_base_end - gatehouse_o200k_base)};
}

std::string_view packedCl100kBase()
{
    return {gatehouse_cl100k_base, static_cast<std::size_t>(gatehouse_cl100k_base_end - gatehouse_cl100k_base)};
}

} // namespace gatehouse::tokens
