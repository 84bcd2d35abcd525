// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/bedrock_models.h"

#include <algorithm>
#include <array>

namespace gatehouse::translate {

namespace {

using Family = BedrockModel::Family;

struct Row {
    std::string_view part; ///< of the name
    BedrockModel model;
};
// The first that fits counts. Columns: tools, tool choice, reasoning, cache points, full schemas.
constexpr std::array rows {
    Row {"claude", {Family::Claude, true, true, true, true, true}},
    Row {"nova-2", {Family::Nova, true, false, true, true, false}},
    Row {"nova", {Family::Nova, true, false, false, true, false}},
    Row {"titan", {Family::Titan, false, false, false, false, false}},
    Row {"llama", {Family::Llama, true, false, false, false, true}},
    Row {"mistral", {Family::Mistral, true, true, false, false, true}},
    Row {"mixtral", {Family::Mistral, true, true, false, false, true}},
    Row {"cohere", {Family::Cohere, true, false, false, false, true}},
    Row {"deepseek", {Family::DeepSeek, true, false, false, false, true}},
    Row {"gpt-oss", {Family::OpenAi, true, true, true, false, true}},
};

constexpr std::array<std::string_view, 5> otherRoutes {"agent", "agentcore", "async_invoke", "openai", "mantle"};

} // namespace

BedrockModel bedrockModel(std::string_view model)
{
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row &each) { return model.find(each.part) != model.npos; });
    return row == rows.end() ? BedrockModel {} : row->model;
}

std::string_view otherBedrockRoute(std::string_view model)
{
    const std::string_view first = model.substr(0, std::min(model.find('/'), model.size()));
    const bool isRoute =
        first.size() < model.size() && std::find(otherRoutes.begin(), otherRoutes.end(), first) != otherRoutes.end();
    return isRoute ? first : std::string_view();
}

} // namespace gatehouse::translate
