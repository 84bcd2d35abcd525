// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/guardrail_record.h"
#include "sample_receipt.h"

/// A call to which all happened that can be told of one.
inline gatehouse::Receipt richReceipt()
{
    using namespace gatehouse;
    using std::chrono::microseconds;
    Receipt receipt = wholeReceipt();
    receipt.id = 7;
    receipt.isPassThrough = receipt.stream = receipt.isShared = receipt.isCached = true;
    receipt.dialect = Dialect::GeminiGenerate;
    receipt.operation = Operation::Rerank;
    receipt.outcome = Outcome::Abandoned;
    receipt.fallbacks = 3;
    receipt.fault = Fault::Timeout;
    receipt.error = "too \"late\"";
    receipt.stages = {microseconds(11), microseconds(12), microseconds(13)};
    receipt.usage.cacheWrite = 5;
    receipt.usage.cacheWrite5m = 3;
    receipt.usage.cacheWrite1h = 2;
    receipt.usage.reasoning = 6;
    receipt.usage.audioInput = 7;
    receipt.usage.audioOutput = 8;
    receipt.tags = {"prod", ""};
    AttemptRecord failed {"d-1", 503, Fault::ServiceUnavailable, microseconds(77), "g", "azure", true, true};
    failed.usage.input = 3;
    failed.usage.output = 4;
    failed.isEstimate = true;
    failed.cost = Money {99};
    receipt.attempts.push_back(failed);
    GuardrailRecords judged;
    using Status = GuardrailRecord::Status;
    for (const Status status : {Status::Passed, Status::Masked, Status::Blocked, Status::Failed}) {
        GuardrailRecord each;
        each.name = "block-secrets";
        each.mode = status == Status::Passed ? "pre_call" : "post_call";
        each.status = status;
        each.duration = microseconds(1234);
        judged.all.push_back(each);
    }
    receipt.guardrails = std::make_shared<const GuardrailRecords>(judged);
    return receipt;
}
