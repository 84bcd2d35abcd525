// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/several_models.h"

#include "gateway/pipeline/fan_out.h"

namespace gatehouse::pipeline {

namespace {

// Each model is a call of its own: a list must not make many of one.
constexpr std::size_t mostModels = 16;

constexpr std::string_view blanks = " \t\r\n";

/// A request that names several models.
struct Several {
    std::vector<std::string> models;
    bool isRace = false, isStream = false;
};

Several read(const Inbound &inbound)
{
    Several several;
    const auto body = wire::JsonObject::parse(inbound.request.body);
    if (!body)
        return several; // the exchange says what is wrong with it
    const std::string list = inbound.pathModel.empty() ? wire::jsonString(body->find("model")).value_or("") : inbound.pathModel;
    several.models = namesIn(list);
    several.isRace = wire::jsonBool(body->find("fastest_response")).value_or(false);
    several.isStream = wire::jsonBool(body->find("stream")).value_or(false);
    return several;
}

// A model may have a comma in its name. (A wildcard that takes commas too is not meant.)
bool isOneName(const std::string &list, const routing::Router &router)
{
    const auto found = router.find(list);
    return found && found->captured.empty();
}

std::optional<Error> refusalOf(const Several &several, const Inbound &inbound, const Settings &settings)
{
    if (several.models.size() > mostModels)
        return Error {Fault::InvalidRequest, "/chat/completions: at most 16 models can be asked at once", 0, {}, "model"};
    if (several.isStream && !several.isRace)
        return Error {Fault::InvalidRequest,
            "/chat/completions: answers of several models are not streamed; with fastest_response: true the first of them is", 0,
            {}, "stream"};
    if (inbound.request.body.size() > settings.maxRequestBytes / several.models.size())
        return Error {Fault::RequestTooLarge, "/chat/completions: the request is too large to be sent to several models"};
    return std::nullopt;
}

} // namespace

std::vector<std::string> namesIn(std::string_view list)
{
    std::vector<std::string> names;
    while (!list.empty()) {
        const std::string_view piece = list.substr(0, list.find(','));
        list.remove_prefix(std::min(list.size(), piece.size() + 1));
        if (const std::size_t begin = piece.find_first_not_of(blanks); begin != piece.npos)
            names.emplace_back(piece.substr(begin, piece.find_last_not_of(blanks) - begin + 1));
    }
    return names;
}

bool mayNameSeveral(std::string_view body)
{
    constexpr std::string_view name = "\"model\"";
    for (std::size_t at = body.find(name); at != body.npos; at = body.find(name, at)) {
        at += name.size();
        std::size_t value = body.find_first_not_of(blanks, at);
        if (value == body.npos || body[value] != ':')
            continue;
        value = body.find_first_not_of(blanks, value + 1);
        if (value == body.npos || body[value] != '"')
            continue;
        const std::string_view text = body.substr(value + 1, body.find('"', value + 1) - value - 1);
        if (text.find(',') != text.npos)
            return true;
    }
    return false;
}

void beginChat(Context &context, Inbound inbound)
{
    const Settings &settings = context.snapshot->settings;
    const bool isOne = !settings.completionModel.empty()
        || (inbound.pathModel.empty() ? !mayNameSeveral(inbound.request.body) : inbound.pathModel.find(',') == std::string::npos);
    // Who has no key learns nothing else: the exchange refuses.
    if (isOne || !context.identify(inbound.request))
        return Exchange::begin(context, std::move(inbound));
    Several several = read(inbound);
    std::string list;
    for (const std::string &name : several.models)
        list += (list.empty() ? "" : ",") + name;
    if (several.models.size() < 2 || isOneName(list, context.snapshot->router))
        return Exchange::begin(context, std::move(inbound));
    if (const auto refusal = refusalOf(several, inbound, settings)) {
        inbound.reply->send(
            {refusal->httpStatus(), {{"content-type", "application/json"}}}, translate::errorBody(*refusal, inbound.dialect));
        return;
    }
    FanOut::begin(context, std::move(inbound), several.models, several.isRace);
}

} // namespace gatehouse::pipeline
