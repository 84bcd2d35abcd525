// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/given.h"
#include "gateway/translate/json_view.h"

#include <algorithm>

namespace gatehouse::translate {

namespace {

using Part = Given::Part;
using Stage = Part::Stage;

void noteResponse(std::string_view response, Given &given)
{
    if (given.idJson.empty())
        given.idJson = soundString(member(response, "id"));
    if (given.modelJson.empty())
        given.modelJson = soundString(member(response, "model"));
    if (given.createdAt == 0)
        given.createdAt = countOf(member(response, "created_at"));
}

void noteItem(const wire::JsonObject &event, bool isDone, Given &given)
{
    const std::string_view item = event.find("item");
    Part *part = partAt(given, countOf(event.find("output_index")));
    if (!part)
        return;
    part->type = innerOf(member(item, "type"));
    part->id = innerOf(soundString(member(item, "id")));
    if (!isDone)
        return;
    part->stage = Stage::Done;
    part->doneJson = item;
    part->text.clear();
}

void annotate(std::string_view annotation, Part &part)
{
    part.annotations.pop_back();
    part.annotations.append(part.annotations.size() > 1 ? "," : "").append(annotation).append("]");
}

// Of a text that is being said.
void notePiece(std::string_view type, const wire::JsonObject &event, Given &given)
{
    Part *part = partAt(given, countOf(event.find("output_index")));
    if (!part || part->stage == Stage::Done || part->type != "message")
        return;
    if (countOf(event.find("content_index")) != 0)
        given.odd = "a message of it has several parts";
    if (type == "response.content_part.added")
        part->stage = std::max(part->stage, Stage::Open);
    else if (type == "response.output_text.delta")
        part->text += innerOf(event.find("delta"));
    else if (type == "response.output_text.annotation.added")
        annotate(event.find("annotation"), *part);
    else if (type == "response.output_text.done")
        part->stage = Stage::Said;
    else if (type == "response.content_part.done")
        part->stage = Stage::Closed;
}

} // namespace

void noteResponses(const wire::JsonObject &event, Given &given)
{
    const std::string_view type = innerOf(event.find("type"));
    const std::string_view number = event.find("sequence_number");
    given.nextEvent = number.empty() ? given.nextEvent + 1 : countOf(number) + 1;
    if (const std::string_view response = event.find("response"); isObject(response))
        noteResponse(response, given);
    if (type == "response.output_item.added" || type == "response.output_item.done")
        noteItem(event, type == "response.output_item.done", given);
    else if (type.starts_with("response.output_text.") || type.starts_with("response.content_part."))
        notePiece(type, event, given);
}

} // namespace gatehouse::translate
