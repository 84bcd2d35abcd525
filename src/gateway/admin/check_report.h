// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/deployment.h"
#include "gateway/pipeline/check_book.h"

#include <string>
#include <vector>

namespace gatehouse::admin {

/// What a health check found of one deployment.
struct Finding {
    const Deployment *deployment = nullptr;
    pipeline::Checked checked;
};

/// How much of it is shown.
struct ReportView {
    bool details = true;     ///< health_check_details
    bool isAdmin = true;     ///< others are not told where a deployment is
    bool isOfBefore = false; ///< from background checks: it is said when they were made
};

/// The answer of GET /health in LiteLLM's shape.
std::string checkReport(const std::vector<Finding> &findings, const ReportView &view);
/// Its status: 200 when one deployment is well, else 503.
int reportStatus(const std::vector<Finding> &findings);

} // namespace gatehouse::admin
