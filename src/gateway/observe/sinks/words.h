// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"
#include "gateway/wire/json_object.h"

#include <string>
#include <string_view>

namespace gatehouse::observe::sinks {

/// What was said in a call, as JSON: the messages that were sent, and the answer. Empty = it is not known.
struct Words {
    std::string_view messages; ///< of the receipt, or static
    std::string_view answer;   ///< valid on this thread until it asks for those of another call
};
/// Where messages are hidden, "redacted-by-litellm" in their places.
Words wordsOf(const Receipt &receipt, bool isHidden);

/// Whether the caller, the key or the configuration wants messages left out, or the sink is kept from them.
bool hidesMessages(const Receipt &receipt, bool bySink);

/// What the client says of its call: its metadata, and its langfuse_… headers, which count first.
class ClientMetadata
{
public:
    explicit ClientMetadata(const Receipt &receipt);
    /// Empty = it says nothing of that name, or no text.
    std::string text(std::string_view name) const;
    /// A member of the metadata as JSON; empty = there is none.
    std::string_view raw(std::string_view name) const { return m_metadata.find(name); }
    const wire::JsonObject &all() const { return m_metadata; }

private:
    const Circumstances *m_circumstances;
    wire::JsonObject m_metadata;
};

/// The message of an answer of any dialect, which is JSON: choices[0].message, or else the whole.
std::string_view messageIn(std::string_view answer);

} // namespace gatehouse::observe::sinks
