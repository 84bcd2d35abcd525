// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/token_counter.h"

#include "gateway/admin/answers.h"
#include "gateway/pipeline/count.h"
#include "gateway/pipeline/exchange.h"

namespace gatehouse::admin {

namespace {

constexpr int badRequest = 400;

void answerError(pipeline::Inbound &inbound, const Error &error)
{
    answerJson(inbound, translate::errorBody(error, Dialect::OpenAiChat), error.httpStatus());
}

void refuse(pipeline::Inbound &inbound, const std::string &why)
{
    wire::JsonWriter json;
    json.beginObject().key("detail").beginObject().key("error").string(why).endObject().endObject();
    answerJson(inbound, json.take(), badRequest);
}

// The name by which the provider knows the model, because by that its tokenizer is told. A name nobody serves counts too.
std::string modelUsed(const pipeline::Context &context, const std::string &asked)
{
    const auto found = context.snapshot->router.find(asked, 0);
    return found && !found->group->deployments.empty() ? found->group->deployments.front()->model : asked;
}

bool isServed(const pipeline::Context &context, const std::string &asked)
{
    const auto found = context.snapshot->router.find(asked, 0);
    return found && !found->group->deployments.empty();
}

// LiteLLM has two words: OpenAI's own tokenizer, and any other.
std::string_view tokenizerType(const tokens::Count &count)
{
    return count.tokenizer == tokens::openAiTokenizer ? "openai_tokenizer" : "huggingface_tokenizer";
}

} // namespace

void countTokens(pipeline::Context &context, pipeline::Inbound inbound)
{
    const auto body = wire::JsonObject::parse(std::move(inbound.request.body));
    if (!body)
        return answerError(inbound, body.error());
    if (!body->has("prompt") && !body->has("messages") && !body->has("contents"))
        return answerDetail(inbound, badRequest, "prompt or messages or contents must be provided");
    const std::string asked = wire::jsonString(body->find("model")).value_or("");
    const std::string used = modelUsed(context, asked);
    const tokens::Count count = context.shared.counter.countRequest(used, *body);
    wire::JsonWriter json;
    json.beginObject().key("total_tokens").number(count.tokens).key("request_model").string(asked);
    json.key("model_used").string(used).key("tokenizer_type").string(tokenizerType(count));
    json.key("is_estimate").boolean(!count.exact).key("original_response").null().key("error").boolean(false);
    json.key("error_message").null().key("status_code").null().endObject();
    answerJson(inbound, json.take());
}

void countMessageTokens(pipeline::Context &context, pipeline::Inbound inbound)
{
    const auto body = wire::JsonObject::parse(std::move(inbound.request.body));
    if (!body)
        return answerError(inbound, body.error());
    const auto model = wire::jsonString(body->find("model"));
    if (!model || model->empty())
        return refuse(inbound, "model parameter is required");
    if (wire::jsonKind(body->find("messages")) != 'a')
        return refuse(inbound, "messages parameter is required");
    if (isServed(context, *model)) {
        inbound.request.body = body->text();
        return pipeline::Exchange::begin(context, std::move(inbound));
    }
    answerJson(inbound, pipeline::countedHere(context.shared.counter, *model, *body, inbound.dialect));
}

} // namespace gatehouse::admin
