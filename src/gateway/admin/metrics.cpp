// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/metrics.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/later_answer.h"
#include "gateway/admin/metric_samples.h"
#include "gateway/auth/access.h"
#include "gateway/observe/lookout.h"

namespace gatehouse::admin {

namespace {

Result<> mayScrape(pipeline::Context &context, const wire::Request &request)
{
    if (context.snapshot->settings.observe->metrics.isOpen)
        return {};
    const auto identity = context.identify(request);
    if (!identity)
        return Failure {identity.error()};
    return auth::mayCall(*identity->caller, request.path);
}

} // namespace

void showMetrics(pipeline::Context &context, pipeline::Inbound inbound)
{
    if (const auto allowed = mayScrape(context, inbound.request); !allowed)
        return answerJson(inbound, translate::errorBody(allowed.error(), Dialect::OpenAiChat), allowed.error().httpStatus());
    // Asked here: when the program ends, the store does before those who look on.
    const bool isConnected = context.shared.keeper.isConnected();
    const auto show = [&shared = context.shared, snapshot = context.snapshot, isConnected](
                          observe::Lookout &lookout) -> Result<std::string> {
        auto samples = metricSamples(shared, *snapshot, lookout);
        samples.push_back({"gatehouse_database_connected", {}, isConnected ? 1.0 : 0.0});
        return lookout.metrics().page(samples);
    };
    askObserver(context, std::move(inbound), show, "text/plain; version=0.0.4; charset=utf-8");
}

} // namespace gatehouse::admin
