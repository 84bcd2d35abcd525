// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/reframe.h"

/// AWS's binary framing of streams, application/vnd.amazon.eventstream ("Event stream encoding" of the Smithy specification):
/// each message is its length, its header fields' length, a checksum of both, the fields, the payload, and a checksum of it all.
namespace gatehouse::translate {

/// Every message of type "event" becomes an event of the field :event-type's name with the payload as its data. What
/// InvokeModelWithResponseStream wraps in base64 ("chunk") is unwrapped and gets the name that it calls itself. A message of type
/// "exception" or "error" becomes Anthropic's error event, with the status that AWS gives this exception.
/// Fails on a wrong checksum, on lengths that cannot be or that no honest message has, and when the stream stops inside a
/// message.
std::unique_ptr<Reframer> awsEventStream();

} // namespace gatehouse::translate
