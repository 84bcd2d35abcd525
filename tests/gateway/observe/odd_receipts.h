// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sample_receipt.h"

#include <string>

/// A call in which every text that somebody sends is one that may not stand in JSON as it is.
inline gatehouse::Receipt oddReceipt()
{
    using namespace gatehouse;
    const std::string odd = "a \"quoted\\ \n\t\r\x01 \xff \xc3\xa4 one";
    Receipt receipt = wholeReceipt();
    receipt.principal = std::make_shared<const Principal>(Principal {"hash-of-key", odd, odd, odd, odd, odd, odd, odd});
    receipt.callId = receipt.path = receipt.peer = receipt.session = receipt.customer = odd;
    receipt.userAgent = "agent/" + odd + std::string(100'000, 'x');
    receipt.tags = {odd, "tag", odd};
    receipt.answerId = receipt.model = receipt.upstreamModel = odd;
    receipt.outcome = Outcome::Failed;
    receipt.status = 500;
    receipt.error = odd + std::string(8'190 - odd.size(), 'e') + "\xc3\xa4 cut in its middle";
    Circumstances circumstances;
    circumstances.metadata = "{\n\"a\" :\r\n [1,\t2]}";
    circumstances.parameters = "{\"stop\":\n[1, \"\\n\"]}";
    circumstances.headers = {{"x-odd", odd}, {"x-empty", ""}};
    receipt.circumstances = std::make_shared<const Circumstances>(circumstances);
    receipt.usage.input = -1;
    receipt.usage.output = 9'007'199'254'740'992;
    receipt.upstreamTime = receipt.duration - std::chrono::microseconds(1);
    return receipt;
}
