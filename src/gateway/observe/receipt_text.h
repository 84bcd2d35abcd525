// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/receipt_ring.h"

#include <string>
#include <string_view>

namespace gatehouse::wire {
class JsonWriter;
}

namespace gatehouse::observe {

/// One line for people, as the service logs it: time, outcome, who, model → deployment, times, tokens.
std::string logLine(const Receipt &receipt);
/// The same as one JSON object, for json_logs.
std::string jsonLine(const Receipt &receipt);
/// "2026-11-25T12:00:00.000Z".
std::string isoTime(std::chrono::system_clock::time_point time);
/// A row of GET /traffic; of one that runs also how far it has come.
std::string rowJson(const Row &row);
/// The same of a call that has ended.
std::string rowJson(const Receipt &receipt);
/// The same in a state of its own: "running".
std::string rowJson(const Receipt &receipt, std::string_view state);
/// "cost_lines": what was charged, by kind of token, and at which price.
void writeCostLines(wire::JsonWriter &json, const std::optional<Cost> &cost);

} // namespace gatehouse::observe
