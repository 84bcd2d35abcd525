// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/check_report.h"

#include "gateway/admin/check_question.h"
#include "gateway/observe/receipt_text.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>

namespace gatehouse::admin {

namespace {

// LiteLLM prints the parameters of its probe and the flags of the entry; callers may match on them.
void writeParameters(wire::JsonWriter &json, const Deployment &deployment)
{
    if (const auto tokens = checkedTokens(deployment))
        json.key("max_tokens").number(*tokens);
    json.key("cache").beginObject().key("no-cache").boolean(true).endObject();
    for (const char *flag : {"use_in_pass_through", "use_litellm_proxy", "merge_reasoning_content_in_choices",
             "allow_client_keepalive_override", "use_xai_oauth"})
        json.key(flag).boolean(false);
}

void writeFinding(wire::JsonWriter &json, const Finding &finding, const ReportView &view)
{
    const auto &[deployment, checked] = finding;
    json.beginObject().key("model").string(deployment->litellmModel).key("model_id").string(deployment->id);
    if (view.details && view.isAdmin)
        json.key("api_base").string(deployment->apiBase);
    if (view.details)
        writeParameters(json, *deployment);
    const bool takesTokens = checkedTokens(*deployment).has_value();
    for (const auto &[name, value] : checked.limits) {
        if (view.details && takesTokens)
            json.key(name).string(value);
    }
    if (checked.error && view.details)
        json.key("error").string(checked.error->message);
    if (checked.error)
        json.key("exception_status").number(std::int64_t(checked.error->httpStatus()));
    if (view.isOfBefore)
        json.key("checked_at").string(observe::isoTime(checked.at));
    json.endObject();
}

std::int64_t countOfWell(const std::vector<Finding> &findings)
{
    return std::count_if(findings.begin(), findings.end(), [](const Finding &each) { return !each.checked.error; });
}

} // namespace

std::string checkReport(const std::vector<Finding> &findings, const ReportView &view)
{
    wire::JsonWriter json;
    json.beginObject();
    for (const bool wanted : {true, false}) {
        json.key(wanted ? "healthy_endpoints" : "unhealthy_endpoints").beginArray();
        for (const Finding &finding : findings) {
            if (finding.checked.error.has_value() != wanted)
                writeFinding(json, finding, view);
        }
        json.endArray();
    }
    const std::int64_t healthy = countOfWell(findings);
    json.key("healthy_count").number(healthy);
    json.key("unhealthy_count").number(static_cast<std::int64_t>(findings.size()) - healthy);
    return json.endObject().take();
}

int reportStatus(const std::vector<Finding> &findings)
{
    return countOfWell(findings) > 0 ? 200 : 503;
}

} // namespace gatehouse::admin
