// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/openai_shape.h"

#include "gateway/translate/ids.h"
#include "gateway/translate/json_view.h"
#include "gateway/translate/words.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::translate {

void completeAnswer(const wire::JsonObject &body, const View &view, const Usage &usage, const OpenAiShape &shape, Edits &edits)
{
    if (!view.model.empty() && body.has("model"))
        edits.replace(body.find("model"), wire::JsonWriter().string(view.model).take());
    wire::JsonWriter json;
    if (!body.has("id"))
        json.key("id").string(newId(shape.idPrefix));
    if (!body.has("object"))
        json.key("object").string(shape.answer);
    if (!body.has("created"))
        json.key("created").number(unixNow());
    if (!body.has("model"))
        json.key("model").string(view.model);
    if (!body.has("usage")) {
        json.key("usage");
        writeOpenAiUsage(json, usage);
        json.endObject();
    }
    if (!json.text().empty())
        edits.prepend(body.text(), json.take());
}

std::string completeEnd(std::string_view choice, const ChoiceEnd &said, int position, std::string_view otherwise, Edits &edits)
{
    std::string reason = isString(said.finishReason) ? textOf(said.finishReason) : std::string(otherwise);
    if (said.finishReason == "null")
        edits.replace(said.finishReason, '"' + reason + '"');
    wire::JsonWriter json;
    if (said.finishReason.empty())
        json.key("finish_reason").string(reason);
    if (said.index.empty())
        json.key("index").number(std::int64_t(position));
    if (!json.text().empty())
        edits.prepend(choice, json.take());
    return reason;
}

std::string chunkHead(std::string_view idJson, std::string_view object, std::int64_t createdAt, std::string_view modelJson)
{
    wire::JsonWriter json;
    json.beginObject().key("id").raw(idJson).key("object").string(object);
    json.key("created").number(createdAt).key("model").raw(modelJson).key("choices");
    return "data: " + json.take();
}

std::string chunkModel(const View &view, std::string_view providersJson)
{
    return view.model.empty() ? std::string(soundString(providersJson)) : wire::JsonWriter().string(view.model).take();
}

void endChunks(std::string_view head, const View &view, const Usage &usage, std::string &out)
{
    if (view.wantsUsage) {
        wire::JsonWriter json;
        writeOpenAiUsage(json, usage);
        json.endObject();
        out.append(head).append("[],\"usage\":").append(json.text()).append("}\n\n");
    }
    out += "data: [DONE]\n\n";
}

} // namespace gatehouse::translate
