// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/core/error.h"

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gatehouse::pipeline {

/// What a health check of one deployment found.
struct Checked {
    Clock::Wall at = {};
    std::chrono::microseconds duration {0};
    std::optional<Error> error = {};                              ///< none = it is well
    std::vector<std::pair<std::string, std::string>> limits = {}; ///< what its provider said of its rate limits
};

/// The last health check of each deployment, by its id. Any thread; each call holds one short lock.
class CheckBook
{
public:
    void file(const std::string &id, Checked checked);
    std::optional<Checked> find(const std::string &id) const;

private:
    mutable std::mutex m_lock;
    std::map<std::string, Checked> m_last;
};

} // namespace gatehouse::pipeline
