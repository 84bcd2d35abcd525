// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"
#include "gateway/observe/sinks/figure.h"
#include "gateway/observe/sinks/json_line.h"
#include "gateway/observe/sinks/settings.h"
#include "gateway/observe/sinks/words.h"

#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::observe::sinks {

/// What a Langfuse is told of each call.
struct LangfuseTerms {
    const Terms &terms;
    bool hidesMessages = false;
    std::string release, environment;
};

/// A call, with what its two events at Langfuse have in common. Refers to the receipt that it is made from.
class LangfuseCall
{
public:
    LangfuseCall(const Receipt &receipt, bool hidesMessages);
    LangfuseCall(const LangfuseCall &) = delete;
    LangfuseCall &operator=(const LangfuseCall &) = delete;

    const Receipt &receipt;
    const ClientMetadata client;
    const std::optional<wire::JsonObject> parameters; ///< none = the client gave none
    const Figure begin, end;
    std::string existingTrace; ///< which the client wants to add to; empty = none
    std::string traceId;
    std::string_view messages, answer; ///< JSON on one line; empty = not known

private:
    void readWords(bool hidesMessages);

    std::string m_flatMessages, m_flatAnswer; // where the words are, unless they are the receipt's own
};

/// The bodies of the two events.
void writeTrace(JsonLine &json, const LangfuseCall &call, const LangfuseTerms &terms);
void writeGeneration(JsonLine &json, const LangfuseCall &call, const LangfuseTerms &terms);

/// A member that is left out where \a value is empty.
void writeOptional(JsonLine &json, const JsonName &name, std::string_view value);

} // namespace gatehouse::observe::sinks
