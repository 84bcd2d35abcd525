// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/signed_ids.h"

namespace gatehouse::translate {

namespace {

constexpr std::string_view mark = "__thought__";

} // namespace

std::string signedId(std::string_view id, std::string_view signature)
{
    std::string result(id);
    if (!signature.empty())
        result.append(mark).append(signature);
    return result;
}

void splitSignedId(Block &block)
{
    const std::size_t at = block.id.find(mark);
    if (at == std::string::npos)
        return;
    if (block.signature.empty())
        block.signature = block.id.substr(at + mark.size());
    block.id.resize(at);
}

} // namespace gatehouse::translate
