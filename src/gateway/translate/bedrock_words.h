// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/usage.h"

#include <string>
#include <string_view>

/// Bedrock's words for why an answer ended and what it cost (API_runtime_Converse of the Bedrock API reference).
namespace gatehouse::translate {

/// Converse's stopReason as OpenAI's finish_reason. A word nobody knows stays as it is.
std::string finishReasonOfBedrock(std::string_view stopReason);

/// Converse's usage object; nothing is reported where \a raw is no object.
Usage readBedrockUsage(std::string_view raw);

} // namespace gatehouse::translate
