// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/upstream/mail.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::observe::alerts {

/// What a letter is made of. Sender and receivers are checked where it is sent; subject and text may be anything.
struct Draft {
    std::string from = {};
    std::vector<std::string> to = {};
    std::string subject = {};
    std::string text = {}; ///< UTF-8, in Slack's markup, which is taken out
};

/// \a draft as RFC 5322 and MIME have it. Whatever the subject holds, it is one header and nothing else. Who gets it is not in
/// its headers when it goes to several: they need not know each other. \a id makes its Message-ID.
upstream::Letter letterOf(const Draft &draft, Clock::Wall now, std::string_view id);

} // namespace gatehouse::observe::alerts
