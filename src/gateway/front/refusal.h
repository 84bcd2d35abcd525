// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gatehouse::front {

/// Why the guard turns a request away, before anybody has seen it. \a message is a literal: nothing the client sent is repeated.
struct Refusal {
    int status = 0;
    std::string_view message = {};
};

/// The whole answer to a refused request; its connection closes.
std::string answerText(const Refusal &refusal, std::string_view date);

} // namespace gatehouse::front
