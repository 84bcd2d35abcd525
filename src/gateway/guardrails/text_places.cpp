// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/guardrails/text_places.h"

namespace gatehouse::guardrails {

namespace {

using Places = std::span<const std::string_view>;

// Thoughts that are signed (Anthropic's, Google's) are left alone: changed, they would be refused.
constexpr std::string_view chatRequest[] {"messages[].content", "messages[].content[].text",
    "messages[].content[].content[].text", "messages[].tool_calls[].function.arguments", "messages[].function_call.arguments"};
constexpr std::string_view messagesRequest[] {"system", "system[].text", "messages[].content", "messages[].content[].text",
    "messages[].content[].content", "messages[].content[].content[].text", "messages[].content[].input.**"};
constexpr std::string_view responsesRequest[] {"instructions", "input", "input[].content", "input[].content[].text",
    "input[].output", "input[].output[].text", "input[].arguments"};
constexpr std::string_view geminiRequest[] {"systemInstruction.parts[].text", "system_instruction.parts[].text",
    "contents[].parts[].text", "contents[].parts[].functionCall.args.**", "contents[].parts[].functionResponse.response.**",
    "contents.parts[].text"};
constexpr std::string_view prompt[] {"prompt", "prompt[]"};
constexpr std::string_view input[] {"input", "input[]", "input[].text"};
constexpr std::string_view rerank[] {"query", "documents[]", "documents[].text"};
constexpr std::string_view speech[] {"input", "instructions"};

constexpr std::string_view chatAnswer[] {"choices[].message.content", "choices[].message.content[].text",
    "choices[].message.reasoning_content", "choices[].message.refusal", "choices[].message.tool_calls[].function.arguments",
    "choices[].message.function_call.arguments"};
constexpr std::string_view textAnswer[] {"choices[].text"};
constexpr std::string_view messagesAnswer[] {"content[].text", "content[].input.**"};
constexpr std::string_view responsesAnswer[] {
    "output[].content[].text", "output[].content[].refusal", "output[].summary[].text", "output[].arguments", "output_text"};
constexpr std::string_view geminiAnswer[] {
    "candidates[].content.parts[].text", "candidates[].content.parts[].functionCall.args.**"};
constexpr std::string_view transcript[] {"text", "segments[].text", "words[].word"};

constexpr std::string_view chatStream[] {"choices[].delta.content", "choices[].delta.reasoning_content",
    "choices[].delta.refusal", "choices[].delta.tool_calls[].function.arguments", "choices[].delta.function_call.arguments"};
constexpr std::string_view messagesStream[] {"delta.text", "delta.partial_json", "content_block.text"};
constexpr std::string_view responsesStream[] {"delta", "text", "refusal", "arguments", "part.text", "part.refusal",
    "item.content[].text", "item.content[].refusal", "item.summary[].text", "item.arguments", "response.output[].content[].text",
    "response.output[].content[].refusal", "response.output[].summary[].text", "response.output[].arguments"};

Places chatPlaces(Dialect dialect)
{
    switch (dialect) {
    case Dialect::AnthropicMessages: return messagesRequest;
    case Dialect::OpenAiResponses: return responsesRequest;
    case Dialect::OpenAiText: return prompt;
    case Dialect::GeminiGenerate: return geminiRequest;
    default: return chatRequest;
    }
}

} // namespace

Places requestPlaces(Dialect dialect, Operation operation)
{
    switch (operation) {
    case Operation::Chat:
    case Operation::CountTokens: return chatPlaces(dialect);
    case Operation::Embedding:
    case Operation::Moderation: return input;
    case Operation::Rerank: return rerank;
    case Operation::ImageGeneration:
    case Operation::ImageEdit:
    case Operation::Transcription:
    case Operation::AudioTranslation: return prompt;
    case Operation::Speech: return speech;
    case Operation::StoredResponse: return {};
    }
    return {};
}

Places answerPlaces(Dialect dialect, Operation operation)
{
    if (operation == Operation::Transcription || operation == Operation::AudioTranslation)
        return transcript;
    if (operation == Operation::StoredResponse)
        return responsesAnswer;
    if (operation != Operation::Chat)
        return {};
    switch (dialect) {
    case Dialect::AnthropicMessages: return messagesAnswer;
    case Dialect::OpenAiResponses: return responsesAnswer;
    case Dialect::OpenAiText: return textAnswer;
    case Dialect::GeminiGenerate: return geminiAnswer;
    default: return chatAnswer;
    }
}

Places streamPlaces(Dialect dialect)
{
    switch (dialect) {
    case Dialect::AnthropicMessages: return messagesStream;
    case Dialect::OpenAiResponses: return responsesStream;
    case Dialect::OpenAiText: return textAnswer;
    case Dialect::GeminiGenerate: return geminiAnswer;
    default: return chatStream;
    }
}

} // namespace gatehouse::guardrails
