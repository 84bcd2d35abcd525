// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/refusal.h"

#include "gateway/front/response_head.h"
#include "gateway/wire/json_writer.h"

namespace gatehouse::front {

namespace {

std::string bodyOf(const Refusal &refusal)
{
    wire::JsonWriter json;
    json.beginObject().key("error").beginObject();
    json.key("message").string(refusal.message);
    json.key("type").string("invalid_request_error");
    json.key("param").null();
    json.key("code").string(std::to_string(refusal.status));
    json.endObject().endObject();
    return json.take();
}

} // namespace

std::string answerText(const Refusal &refusal, std::string_view date)
{
    const std::string body = bodyOf(refusal);
    const wire::Head head {refusal.status, {{"content-type", "application/json"}}};
    return headText(head, {Framing::Length, body.size(), true}, date) + body;
}

} // namespace gatehouse::front
