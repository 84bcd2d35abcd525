// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/pipeline/pass_through_shape.h"

#include <algorithm>
#include <iterator>

namespace gatehouse::pipeline {

namespace {

struct Row {
    std::string_view end; ///< of a path
    Shape shape;
};
// The longer before the shorter that it ends with.
constexpr Row rows[] {
    {"/chat/completions", {Dialect::OpenAiChat, Operation::Chat}},
    {"/completions", {Dialect::OpenAiText, Operation::Chat}},
    {"/responses", {Dialect::OpenAiResponses, Operation::Chat}},
    {"/messages", {Dialect::AnthropicMessages, Operation::Chat}},
    {"/messages/count_tokens", {Dialect::AnthropicMessages, Operation::CountTokens}},
    {":rawPredict", {Dialect::AnthropicMessages, Operation::Chat}},
    {":streamRawPredict", {Dialect::AnthropicMessages, Operation::Chat}},
    {":generateContent", {Dialect::GeminiGenerate, Operation::Chat}},
    {":streamGenerateContent", {Dialect::GeminiGenerate, Operation::Chat}},
    {":countTokens", {Dialect::GeminiGenerate, Operation::CountTokens}},
    {"/embeddings", {Dialect::OpenAiChat, Operation::Embedding}},
    {"/moderations", {Dialect::OpenAiChat, Operation::Moderation}},
    {"/rerank", {Dialect::OpenAiChat, Operation::Rerank}},
    {"/images/generations", {Dialect::OpenAiChat, Operation::ImageGeneration}},
    {"/audio/speech", {Dialect::OpenAiChat, Operation::Speech}},
};

// Threads of OpenAI's have messages too, and they are others.
bool isThreads(std::string_view path)
{
    return path.find("/threads/") != std::string_view::npos;
}

} // namespace

std::optional<Shape> shapeOf(const PassThroughRule &rule, const wire::Request &request)
{
    const std::string_view path = request.path;
    if (!rule.deployment || isThreads(path))
        return std::nullopt;
    const auto *const row =
        std::find_if(std::begin(rows), std::end(rows), [path](const Row &each) { return path.ends_with(each.end); });
    return row == std::end(rows) ? std::nullopt : std::optional(row->shape);
}

bool holdsFiles(const wire::Request &request)
{
    const std::string type = wire::lowered(request.headers.value("content-type"));
    const auto begins = [&](std::string_view kind) { return type.starts_with(kind); };
    constexpr std::string_view kinds[] {"multipart/", "audio/", "image/", "video/", "application/octet-stream"};
    return std::any_of(std::begin(kinds), std::end(kinds), begins);
}

} // namespace gatehouse::pipeline
