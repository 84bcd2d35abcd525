// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/config_doors.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/config_json.h"
#include "gateway/admin/config_tree.h"
#include "gateway/admin/later_answer.h"
#include "gateway/config/schema_list.h"

namespace gatehouse::admin {

namespace {

using config::FileAnswer;
using config::FileQuestion;

bool isOfDigits(std::string_view host)
{
    return host.find_first_not_of("0123456789.") == host.npos || host.starts_with('[');
}

/// A page of the web that its visitor's browser sends here, or that calls itself this machine by a name of its own. Where no key
/// is asked for, that is all there is to know of a caller.
bool isForeign(const wire::Request &request)
{
    const std::string_view origin = request.headers.value("origin"), host = request.headers.value("host");
    const std::string_view name = host.substr(0, host.starts_with('[') ? host.find(']') : host.rfind(':'));
    if (!isOfDigits(name) && name != "localhost")
        return true;
    const std::size_t scheme = origin.find("://");
    return !origin.empty() && (scheme == origin.npos || origin.substr(scheme + 3) != host);
}

std::vector<std::string> namesIn(std::string_view list)
{
    std::vector<std::string> names;
    while (!list.empty()) {
        const std::string_view name = list.substr(0, list.find(','));
        list.remove_prefix(std::min(list.size(), name.size() + 1));
        if (!name.empty())
            names.emplace_back(name);
    }
    return names;
}

std::string askedBy(const pipeline::Inbound &inbound)
{
    const std::string_view said = inbound.request.headers.value("litellm-changed-by");
    if (!said.empty())
        return std::string(said);
    return inbound.identity.caller ? inbound.identity.caller->userId() : std::string();
}

} // namespace

void askConfigDesk(
    pipeline::Context &context, pipeline::Inbound inbound, FileQuestion::Kind kind, std::function<FileAnswer(FileAnswer)> rework)
{
    const auto refuse = [&](int status, const std::string &why) {
        const FileAnswer answer = refused(status, why);
        answerJson(inbound, answer.json, answer.status);
    };
    if (!inbound.identity.isAdmin)
        return refuse(403, "the configuration's file may hold secrets and is shown to the administrator only");
    if (context.snapshot->settings.auth.masterKey.isEmpty() && isForeign(inbound.request))
        return refuse(403,
            "without a master key the configuration's file is not given to pages of other servers; set "
            "general_settings.master_key");
    if (!context.shared.askConfigFile)
        return refuse(404, "this gateway has no configuration's file");
    FileQuestion question {kind, std::move(inbound.request.body), inbound.pathModel, askedBy(inbound)};
    LaterAnswer::beginTold(context, std::move(inbound), [&](LaterAnswer::Told told) {
        context.shared.askConfigFile(std::move(question), [told, rework](const FileAnswer &answer) {
            const FileAnswer last = rework ? rework(answer) : answer;
            told(last.status, last.json);
        });
    });
}

void showConfigTree(pipeline::Context &context, pipeline::Inbound inbound)
{
    const auto sections = namesIn(inbound.request.queryValue("sections"));
    askConfigDesk(context, std::move(inbound), FileQuestion::Kind::Show, [sections](FileAnswer answer) {
        if (answer.status == 200)
            answer.json = configTree(answer.json, sections);
        return answer;
    });
}

void showConfigSchema(pipeline::Context &, pipeline::Inbound inbound)
{
    const std::string format = inbound.request.queryValue("format");
    if (format == "json-schema")
        return answerJson(inbound, config::jsonSchema());
    if (!format.empty())
        return answerRefusal(inbound, "format is json-schema, or nothing");
    answerJson(inbound, config::schemaList());
}

} // namespace gatehouse::admin
