// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/record.h"

#include "gateway/observe/traffic/redaction.h"

namespace gatehouse::observe::traffic {

Record recordOf(const Capture &capture, bool hidesMessages)
{
    Record record {capture.receipt(), capture.look(), capture.door(), capture.keepsWires(), true, hidesMessages, capture.phase(),
        capture.replyBytes()};
    redact(record.wires, capture.secrets(), hidesMessages);
    return record;
}

Record takeRecord(Capture &capture, bool hidesMessages)
{
    Record record {capture.receipt(), capture.take(), capture.door(), capture.keepsWires(), false, hidesMessages, capture.phase(),
        capture.replyBytes()};
    redact(record.wires, capture.secrets(), hidesMessages);
    return record;
}

bool isSameConversation(const Receipt &one, const Receipt &other)
{
    const bool isSameKey =
        one.principal && other.principal ? one.principal->token == other.principal->token : one.who == other.who;
    return isSameKey && one.customer == other.customer && one.session == other.session && one.group == other.group;
}

} // namespace gatehouse::observe::traffic
