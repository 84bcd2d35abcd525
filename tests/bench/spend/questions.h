// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/store/database.h"

#include <functional>
#include <string>
#include <vector>

namespace gatehouse::bench {

/// What is measured: a question as a door asks it, and how long it may take, in milliseconds (0 = no promise).
struct Question {
    std::string name;
    double most = 0;
    std::function<Result<std::string>(store::Database &)> ask;
};
std::vector<Question> questions();

} // namespace gatehouse::bench
