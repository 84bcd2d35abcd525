// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace gatehouse {

/// The names by which those who look on know a deployment. Every receipt of it shares them, and they outlive the configuration
/// they are from.
struct Station {
    std::string id;           ///< model_info.id, or a hash of the entry
    std::string group;        ///< model_name
    std::string provider;     ///< "openai"
    std::string title;        ///< "OpenAI"
    std::string litellmModel; ///< "openai/gpt-4o", as configured
    std::string apiBase;
};

} // namespace gatehouse
