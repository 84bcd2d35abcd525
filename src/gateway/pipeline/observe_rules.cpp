// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/observe_rules.h"

namespace gatehouse::pipeline {

std::shared_ptr<const observe::Settings> observeRules(const config::Config &, std::vector<config::Diagnostic> &)
{
    return std::make_shared<const observe::Settings>();
}

} // namespace gatehouse::pipeline
