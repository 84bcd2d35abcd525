// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/check_round.h"
#include "gateway/admin/pending_answer.h"

namespace gatehouse::admin {

/// A GET /health that waits for deployments being asked, and answers when all have. Deletes itself; on one worker's thread.
class HealthCheck final : public PendingAnswer
{
    Q_OBJECT
public:
    static void begin(pipeline::Context &context, pipeline::Inbound inbound, const std::vector<const Deployment *> &deployments);
    void shutDown() override;

private:
    HealthCheck(pipeline::Context &context, pipeline::Inbound inbound, const std::vector<const Deployment *> &deployments);
    void onClientGone() override { finish(); }
    void onRoundDone();
    void finish();

    const bool m_showsDetails;
    std::unique_ptr<CheckRound> m_round; // null = it is over
};

} // namespace gatehouse::admin
