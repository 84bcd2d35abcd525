// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/usage.h"
#include "gateway/translate/translate.h"

#include <cstdint>
#include <string>
#include <string_view>

/// The objects of a Responses answer, as whole answers and streams show them. Arguments called …Json are JSON texts, copied as
/// they are.
namespace gatehouse::translate {

/// A part of a message: {"type":"output_text",…}, or a refusal.
std::string responsePart(std::string_view textJson, bool isRefusal, std::string_view annotationsJson = "[]");
/// Annotations as chat completions say them, in the words of Responses; "[]" where there are none.
std::string responseAnnotations(std::string_view annotationsJson);
/// \a part is empty while nothing was said.
std::string responseMessage(std::string_view id, std::string_view status, std::string_view part);
/// \a sealedJson is empty where the thought came without anything to know it by.
std::string responseReasoning(std::string_view id, std::string_view summaryJson, std::string_view sealedJson);
/// What a function call is known by.
struct ResponseCall {
    std::string_view id; ///< of the item
    std::string_view callIdJson, nameJson;
};
std::string responseCall(const ResponseCall &call, std::string_view status, std::string_view argumentsJson);
/// A search that the provider ran itself; \a argumentsJson is the text of the arguments, as a JSON string.
std::string responseSearch(std::string_view id, std::string_view status, std::string_view argumentsJson);
/// A picture that the model drew; \a dataJson is its base64.
std::string responseImage(std::string_view id, std::string_view dataJson);
/// True for a call that its provider has answered itself: callers must not.
bool isProvidersSearch(std::string_view callId, std::string_view name);

/// incomplete_details.reason for a finish_reason; empty = the response is complete.
std::string_view incompleteReason(std::string_view finishReason);

/// A response as a whole.
struct ResponseFacts {
    std::string_view id;
    std::int64_t createdAt = 0;
    std::string_view modelJson;
    std::string_view status;     ///< "in_progress", "completed", "incomplete", "failed"
    std::string_view reason;     ///< of one that is incomplete; of one that failed: why
    std::string_view outputJson; ///< an array
    const Usage *usage = nullptr;
};
/// With what was asked for, as View::request has it.
std::string responseObject(const ResponseFacts &facts, const View &view);

} // namespace gatehouse::translate
