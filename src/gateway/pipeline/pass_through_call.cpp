// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/pass_through_call.h"

#include "gateway/pipeline/attribution.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>

namespace gatehouse::pipeline {

namespace {

constexpr std::size_t longestBody = 1024 * 1024, longestModel = 200;

wire::JsonObject bodyOf(const wire::Request &request, bool isWholeRead)
{
    const std::string &body = request.body;
    const std::size_t begin = std::min(body.find_first_not_of(" \t\r\n"), body.size());
    if ((body.size() > longestBody && !isWholeRead) || begin == body.size() || body[begin] != '{')
        return {};
    auto object = wire::JsonObject::parse(body);
    return object ? std::move(*object) : wire::JsonObject();
}

/// Cuts the member from \a begin to \a end out of an object's text, with the comma that it leaves alone.
void cutMember(std::string &text, std::size_t begin, std::size_t end)
{
    constexpr const char *blank = " \t\r\n";
    const std::size_t after = text.find_first_not_of(blank, end), before = text.find_last_not_of(blank, begin - 1);
    if (text[after] == ',')
        end = after + 1;
    else if (text[before] == ',')
        begin = before;
    text.erase(begin, end - begin);
}

} // namespace

wire::JsonObject ownPartOf(const wire::JsonObject &body)
{
    const std::string_view own = body.find("litellm_metadata");
    if (own.empty())
        return {};
    wire::JsonWriter json;
    json.beginObject().key("litellm_metadata").raw(own).endObject();
    auto object = wire::JsonObject::parse(json.take());
    return object ? std::move(*object) : wire::JsonObject();
}

std::string withoutOwnPart(const wire::JsonObject &body)
{
    std::string text = body.text();
    for (std::size_t i = body.size(); i-- > 0;) { // from its end, so that what stands before stays where it is
        const wire::JsonObject::Member member = body.at(i);
        const auto at = [&](const char *place) { return static_cast<std::size_t>(place - body.text().data()); };
        if (member.name == "litellm_metadata")
            cutMember(text, at(member.name.data()) - 1, at(member.raw.data() + member.raw.size()));
    }
    return text;
}

wire::Call passedCall(const PassThroughRule &rule, const Inbound &inbound)
{
    wire::Call call;
    call.path = inbound.request.path;
    call.dialect = inbound.dialect;
    call.body = bodyOf(inbound.request, rule.isLookedAt);
    if (rule.deployment) {
        call.model = wire::jsonString(call.body.find("model")).value_or("").substr(0, longestModel);
        call.stream = call.body.find("stream") == "true";
    } else {
        call.body = ownPartOf(call.body);
    }
    call.options.tags = tagsOf(call.body, inbound.request.headers);
    return call;
}

} // namespace gatehouse::pipeline
