// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/given.h"

#include "gateway/translate/json_view.h"

#include <array>

namespace gatehouse::translate {

namespace {

using Part = Given::Part;

constexpr std::int64_t mostParts = 4096;

// A name may be missing or empty at first (Azure's first chunk), and stays what it was once it is known.
void keep(std::string &known, std::string_view raw)
{
    if (known.empty() && !innerOf(soundString(raw)).empty())
        known = raw;
}

// What the events of an answer to another provider cannot go on with, because we have no words for it there.
constexpr std::array<std::string_view, 3> untold {"audio", "images", "function_call"};

void noteChoice(std::string_view choice, Given &given)
{
    if (countOf(member(choice, "index")) != 0)
        given.odd = "there are several answers at once";
    const std::string_view delta = member(choice, "delta");
    for (const std::string_view name : untold) {
        if (saysSomething(member(delta, name)))
            given.odd = "it holds more than text";
    }
}

} // namespace

Part *partAt(Given &given, std::int64_t index)
{
    if (index >= mostParts) {
        given.odd = "it has too many parts";
        return nullptr;
    }
    const auto at = static_cast<std::size_t>(index);
    if (at >= given.parts.size())
        given.parts.resize(at + 1);
    return &given.parts[at];
}

void noteOpenAi(const wire::JsonObject &event, Given &given)
{
    keep(given.idJson, event.find("id"));
    keep(given.modelJson, event.find("model"));
    if (given.createdAt == 0)
        given.createdAt = countOf(event.find("created"));
    for (JsonItems choices(event.find("choices")); choices.next();)
        noteChoice(choices.raw(), given);
}

void noteAnthropic(const wire::JsonObject &event, Given &given)
{
    const std::string_view type = innerOf(event.find("type"));
    if (type != "content_block_start" && type != "content_block_stop")
        return;
    Part *part = partAt(given, countOf(event.find("index")));
    if (part && type == "content_block_start") {
        part->type = innerOf(member(event.find("content_block"), "type"));
        part->stage = Part::Stage::Open;
    } else if (part) {
        part->stage = Part::Stage::Done;
    }
}

void noteGemini(const wire::JsonObject &event, Given &given)
{
    keep(given.idJson, event.find("responseId"));
    keep(given.modelJson, event.find("modelVersion"));
    for (JsonItems candidates(event.find("candidates")); candidates.next();) {
        if (countOf(member(candidates.raw(), "index")) != 0)
            given.odd = "there are several answers at once";
        given.isFinished = given.isFinished || saysSomething(member(candidates.raw(), "finishReason"));
    }
    given.isFinished = given.isFinished || saysSomething(member(event.find("promptFeedback"), "blockReason"));
}

} // namespace gatehouse::translate
