// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/record.h"

#include "gateway/observe/traffic/redaction.h"

namespace gatehouse::observe::traffic {

Record recordOf(const Capture &capture, bool hidesMessages)
{
    return cleaned({capture.receipt(), capture.look(), capture.door(), capture.keepsWires(), true, false, capture.phase(),
                       capture.replyBytes(), capture.secrets()},
        hidesMessages);
}

Record takeRecord(Capture &capture)
{
    return {capture.receipt(), capture.take(), capture.door(), capture.keepsWires(), false, false, capture.phase(),
        capture.replyBytes(), capture.secrets()};
}

Record cleaned(const Record &record, bool hidesMessages)
{
    Record clean = record;
    redact(clean.wires, clean.secrets, hidesMessages);
    clean.secrets.clear();
    clean.isHidden = hidesMessages;
    return clean;
}

bool isSameConversation(const Receipt &one, const Receipt &other)
{
    const bool isSameKey =
        one.principal && other.principal ? one.principal->token == other.principal->token : one.who == other.who;
    return isSameKey && one.customer == other.customer && one.session == other.session && one.group == other.group;
}

} // namespace gatehouse::observe::traffic
