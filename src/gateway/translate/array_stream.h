// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/translate.h"
#include "gateway/wire/sse.h"

#include <memory>
#include <string>
#include <string_view>

/// Streams whose chunks are the items of one JSON array (wire::Framing::Array): Google's way for callers who did not ask for
/// events.
namespace gatehouse::translate {

/// Turns events into items. The array opens with its first item, so that nothing is out before there is something to say.
class ArrayFramer
{
public:
    /// \a hasBegun: items stand before those that come.
    explicit ArrayFramer(bool hasBegun = false)
        : m_any(hasBegun)
    {
    }
    void feed(std::string_view events, std::string &out);
    void finish(std::string &out) const { out += m_any ? "]" : "[]"; }

private:
    wire::SseParser m_parser;
    bool m_any;
};

/// \a inner, whose events are the caller's, as an array, or as the rest of one that has begun.
std::unique_ptr<Stream> arrayStream(std::unique_ptr<Stream> inner, bool hasBegun = false);

} // namespace gatehouse::translate
