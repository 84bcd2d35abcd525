// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/record.h"

#include "gateway/observe/traffic/redaction.h"

#include <utility>

namespace gatehouse::observe::traffic {

namespace {

void fill(Record &record, Passed passed, bool hidesMessages)
{
    record.wires = std::move(passed.wires);
    redact(record.wires, passed.secrets, hidesMessages);
    record.isHidden = hidesMessages;
}

} // namespace

Record recordOf(const Capture &capture, bool hidesMessages)
{
    Record record {capture.receipt(), {}, capture.door(), capture.keepsWires()};
    record.isRunning = true;
    record.phase = capture.phase();
    record.replyBytes = capture.replyBytes();
    fill(record, capture.look(), hidesMessages);
    return record;
}

Record recordOf(const Past &past, bool hidesMessages)
{
    Record record {past.receipt, {}, past.door, true};
    fill(record, past.tape.play(), hidesMessages);
    return record;
}

Past takePast(Capture &capture)
{
    return {capture.receipt(), capture.take().compact(), capture.door()};
}

bool isSameConversation(const Receipt &one, const Receipt &other)
{
    const bool isSameKey =
        one.principal && other.principal ? one.principal->token == other.principal->token : one.who == other.who;
    return isSameKey && one.customer == other.customer && one.session == other.session && one.group == other.group;
}

} // namespace gatehouse::observe::traffic
