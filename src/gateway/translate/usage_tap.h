// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/usage.h"
#include "gateway/wire/sse.h"

#include <string>
#include <string_view>

namespace gatehouse::translate {

/// Looks at an answer that passes by unchanged, for what it cost: an object of JSON, or events of objects, in the words of any
/// dialect that is known here. Of what it does not understand it knows nothing; it never holds an answer up.
class UsageTap
{
public:
    explicit UsageTap(std::string_view contentType);
    void feed(std::string_view bytes);
    /// What has been seen so far; of a whole object only when all of it has come.
    Usage usage() const;

private:
    enum class Kind { None, Object, Events };
    Kind m_kind = Kind::None;
    std::string m_object; // as much of one as is worth keeping
    wire::SseParser m_events;
    Usage m_usage;
};

} // namespace gatehouse::translate
