// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"

#include <memory>
#include <string>
#include <string_view>

namespace gatehouse::translate {

/// Turns a stream that is framed in another way into server-sent events, so that decoders know one framing only.
class Reframer
{
public:
    virtual ~Reframer() = default;
    /// Appends the events that \a bytes complete to \a sse. Fails when the frames are broken or too large.
    virtual Result<> feed(std::string_view bytes, std::string &sse) = 0;
    /// The stream is over: fails when it stopped inside a frame.
    virtual Result<> finish(std::string &sse) = 0;
};

/// The reframer for a stream of \a contentType; nullptr for server-sent events, which need none.
/// application/x-ndjson and application/stream+json: one "data:" event a line. application/vnd.amazon.eventstream: see
/// aws_event_stream.h.
std::unique_ptr<Reframer> reframerFor(std::string_view contentType);

} // namespace gatehouse::translate
