// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/check_question.h"

#include "gateway/routing/blocked.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gatehouse::admin {

namespace {

/// One mode of model_info.mode and what is asked of it. The texts are LiteLLM's, so that a provider's logs look the same.
struct Question {
    std::string_view mode;
    Dialect dialect;
    Operation operation;
    std::string_view members; ///< of the body
    std::string_view tokens;  ///< the member that limits the answer; empty = there is none
};

constexpr Dialect openAi = Dialect::OpenAiChat;
constexpr std::array questions {
    Question {"chat", openAi, Operation::Chat, R"("messages":[{"role":"user","content":"What's 1 + 1?"}])", "max_tokens"},
    Question {"completion", Dialect::OpenAiText, Operation::Chat, R"("prompt":"test from litellm")", "max_tokens"},
    // A provider that keeps responses need not keep these.
    Question {"responses", Dialect::OpenAiResponses, Operation::Chat, R"("input":"test from litellm","store":false)",
        "max_output_tokens"},
    Question {"embedding", openAi, Operation::Embedding, R"("input":["test from litellm"],"encoding_format":"float")", {}},
    Question {"rerank", openAi, Operation::Rerank, R"("query":"test from litellm","documents":["my sample text"])", {}},
    Question {"moderation", openAi, Operation::Moderation, R"("input":"test from litellm")", {}},
    Question {"image_generation", openAi, Operation::ImageGeneration, R"("prompt":"test from litellm")", {}},
    Question {"audio_speech", openAi, Operation::Speech, R"("input":"test from litellm")", {}},
    Question {"audio_transcription", openAi, Operation::Transcription, R"("response_format":"json")", {}},
};

const Question *questionFor(std::string_view mode)
{
    const auto row = std::find_if(questions.begin(), questions.end(), [mode](const Question &each) { return each.mode == mode; });
    return row == questions.end() ? nullptr : &*row;
}

const Question *questionFor(const Deployment &deployment)
{
    return questionFor(std::string_view(checkedMode(deployment)));
}

wire::JsonObject infoOf(const Deployment &deployment)
{
    auto info = wire::JsonObject::parse(deployment.shownInfo);
    return info ? std::move(*info) : wire::JsonObject();
}

std::chrono::milliseconds patience(const wire::JsonObject &info)
{
    constexpr double usual = 60, longest = 3600; // seconds
    const double seconds = wire::jsonNumber(info.find("health_check_timeout")).value_or(usual);
    return std::chrono::milliseconds(std::llround((seconds > 0 ? std::min(seconds, longest) : usual) * 1000));
}

std::int64_t tokensIn(const wire::JsonObject &info)
{
    constexpr double usual = 16, most = 1'000'000;
    const double tokens = wire::jsonNumber(info.find("health_check_max_tokens")).value_or(usual);
    return std::llround(std::clamp(tokens, 1.0, most));
}

std::string bodyOf(const Question &question, const wire::JsonObject &info)
{
    std::string body = "{" + std::string(question.members);
    if (!question.tokens.empty())
        body += ",\"" + std::string(question.tokens) + "\":" + std::to_string(tokensIn(info));
    if (question.operation == Operation::Speech) {
        body += ",\"voice\":";
        wire::appendJsonString(body, wire::jsonString(info.find("health_check_voice")).value_or("alloy"));
    }
    return body + "}";
}

} // namespace

bool canBeChecked(const Deployment &deployment)
{
    return questionFor(deployment) && checkedModel(deployment).find('*') == std::string::npos;
}

bool hasQuestion(std::string_view mode)
{
    return questionFor(mode) != nullptr;
}

std::string checkedMode(const Deployment &deployment)
{
    const std::string &known = deployment.facts.mode.empty() ? deployment.mode : deployment.facts.mode;
    return known.empty() ? "chat" : known;
}

bool isLeftOut(const Deployment &deployment)
{
    return wire::jsonBool(infoOf(deployment).find("disable_background_health_check")).value_or(false);
}

bool isCheckedInBackground(const Deployment &deployment, const pipeline::HealthCheckRules &rules)
{
    const auto &groups = rules.groups;
    const bool isMeant = !groups || std::find(groups->begin(), groups->end(), deployment.group) != groups->end();
    return isMeant && !isLeftOut(deployment) && !routing::isBlocked(deployment) && canBeChecked(deployment);
}

std::string checkedModel(const Deployment &deployment)
{
    const auto model = wire::jsonString(infoOf(deployment).find("health_check_model"));
    if (!model || model->empty())
        return deployment.model;
    const std::string prefix = deployment.provider.name + "/";
    return model->starts_with(prefix) ? model->substr(prefix.size()) : *model;
}

std::optional<std::int64_t> checkedTokens(const Deployment &deployment)
{
    const Question *question = questionFor(deployment);
    return question && !question->tokens.empty() ? std::optional(tokensIn(infoOf(deployment))) : std::nullopt;
}

wire::Call checkCall(const Deployment &deployment)
{
    wire::Call call;
    call.path = "/health";
    const Question *question = questionFor(deployment);
    if (!question)
        return call;
    const wire::JsonObject info = infoOf(deployment);
    call.dialect = question->dialect;
    call.operation = question->operation;
    call.options.timeout = patience(info);
    if (auto body = wire::JsonObject::parse(bodyOf(*question, info)))
        call.body = std::move(*body);
    return call;
}

} // namespace gatehouse::admin
