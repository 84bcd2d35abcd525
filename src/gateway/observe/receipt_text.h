// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/receipt_ring.h"

#include <string>

namespace gatehouse::observe {

/// One line for people, as the service logs it: time, outcome, who, model → deployment, times, tokens.
std::string logLine(const Receipt &receipt);
/// The same as one JSON object, for json_logs.
std::string jsonLine(const Receipt &receipt);
/// "2026-11-25T12:00:00.000Z".
std::string isoTime(std::chrono::system_clock::time_point time);
/// A row of GET /traffic.
std::string rowJson(const Row &row);

} // namespace gatehouse::observe
