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
    void feed(std::string_view events, std::string &out);
    void finish(std::string &out) const { out += m_any ? "]" : "[]"; }

private:
    wire::SseParser m_parser;
    bool m_any = false;
};

/// \a inner, whose events are the caller's, as an array.
std::unique_ptr<Stream> arrayStream(std::unique_ptr<Stream> inner);

} // namespace gatehouse::translate
