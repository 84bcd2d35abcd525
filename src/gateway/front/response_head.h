// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/wire/reply.h"

#include <cstddef>
#include <ctime>
#include <string>
#include <string_view>

namespace gatehouse::front {

/// The value of the Date header, written anew once a second. One per server.
class DateLine
{
public:
    std::string_view text();

private:
    std::time_t m_second = -1;
    std::string m_text;
};

/// How the body that follows a head is delimited.
struct Framing {
    enum Kind { Length, Chunked, UntilClose, NoBody } kind = Length;
    std::size_t length = 0; ///< for Length
    bool close = false;     ///< say that the connection ends with this answer
};

/// Status line and header fields as they go to the client, with the empty line. Fields that are about the connection are
/// ours and dropped from \a head; a name that is no token is dropped, and line ends in a value become spaces.
std::string headText(const wire::Head &head, const Framing &framing, std::string_view date);

/// "Not Found" for 404; "Status" for what has no phrase of its own.
std::string_view reasonPhrase(int status);

} // namespace gatehouse::front
