// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/answers.h"

namespace gatehouse::admin {

void answerJson(pipeline::Inbound &inbound, std::string json, int status)
{
    inbound.reply->send({status, {{"content-type", "application/json"}}}, std::move(json));
}

void answerDetail(pipeline::Inbound &inbound, int status, const std::string &detail)
{
    wire::JsonWriter json;
    json.beginObject().key("detail").string(detail).endObject();
    answerJson(inbound, json.take(), status);
}

void answerRefusal(pipeline::Inbound &inbound, const std::string &why)
{
    wire::JsonWriter json;
    json.beginObject().key("detail").beginObject().key("error").string(why).endObject().endObject();
    answerJson(inbound, json.take(), 400);
}

} // namespace gatehouse::admin
