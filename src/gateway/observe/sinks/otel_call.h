// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"
#include "gateway/observe/sinks/otlp_attributes.h"
#include "gateway/observe/sinks/settings.h"

#include <string>
#include <string_view>

/// What the spans of a call say of it, as OpenTelemetry's conventions for generative AI and LiteLLM name it.
namespace gatehouse::observe::sinks {

/// What was said in it, as lists of messages in JSON; empty = it is hidden, or not known.
struct OtelWords {
    std::string_view input; ///< of the receipt
    std::string output;
};
OtelWords otelWordsOf(const Receipt &receipt, bool isHidden);

void describeRequest(otlp::AttributeWriter &list, const Receipt &receipt);
void describeCall(otlp::AttributeWriter &list, const Receipt &receipt, const Terms &terms, const OtelWords &words);
void describeAttempt(otlp::AttributeWriter &list, const Receipt &receipt, const AttemptRecord &attempt);

/// The model that was asked for at that try, as the configuration names it.
const std::string &modelOf(const Receipt &receipt, const AttemptRecord &attempt);

} // namespace gatehouse::observe::sinks
