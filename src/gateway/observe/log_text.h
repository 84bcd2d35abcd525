// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/core/receipt.h"
#include "gateway/observe/log.h"

#include <string>
#include <string_view>

namespace gatehouse::observe {

/// A message of the log with what is told beside it.
struct LogMessage {
    Log::Level level = Log::Level::Info;
    Log::Category category = Log::Category::General;
    std::string_view message = {};
    std::string_view callId = {};
    Clock::Wall at = {};
};
/// \a message as \a form has it. Always one line, or one datagram.
std::string textOf(const LogMessage &message, Log::Form form);

/// What of a receipt may stand in the log.
struct LogView {
    Log::Form form = Log::Form::Plain;
    bool hidesPeople = false; ///< redact_user_api_key_info
    bool tellsErrors = false; ///< the words of a failure, which are a provider's and may repeat what it was asked
};
/// A failure is a warning: whoever reads only those sees it.
Log::Level levelOf(const Receipt &receipt);
/// The line of a call. \a receipt is the same afterwards.
std::string textOf(Receipt &receipt, const LogView &view);

} // namespace gatehouse::observe
