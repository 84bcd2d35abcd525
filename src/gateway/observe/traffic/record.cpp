// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/record.h"

#include "gateway/observe/traffic/redaction.h"

namespace gatehouse::observe::traffic {

Record recordOf(const Capture &capture, bool hidesMessages)
{
    Record record {capture.receipt(), capture.look(), capture.door(), capture.keepsWires()};
    record.isRunning = true;
    record.phase = capture.phase();
    record.replyBytes = capture.replyBytes();
    record.secrets = capture.secrets();
    clean(record, hidesMessages);
    return record;
}

Record takeRecord(Capture &capture)
{
    Record record {capture.receipt(), capture.take(), capture.door(), capture.keepsWires()};
    record.phase = capture.phase();
    record.replyBytes = capture.replyBytes();
    record.secrets = capture.secrets();
    return record;
}

void clean(Record &record, bool hidesMessages)
{
    redact(record.wires, record.secrets, hidesMessages);
    record.secrets.clear();
    record.isClean = true;
    record.isHidden = hidesMessages;
}

bool isSameConversation(const Receipt &one, const Receipt &other)
{
    const bool isSameKey =
        one.principal && other.principal ? one.principal->token == other.principal->token : one.who == other.who;
    return isSameKey && one.customer == other.customer && one.session == other.session && one.group == other.group;
}

} // namespace gatehouse::observe::traffic
