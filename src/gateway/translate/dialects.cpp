// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/dialects.h"

#include "gateway/translate/anthropic_request.h"
#include "gateway/translate/bedrock_request.h"
#include "gateway/translate/cohere_request.h"
#include "gateway/translate/files.h"
#include "gateway/translate/gemini_door.h"
#include "gateway/translate/gemini_request.h"
#include "gateway/translate/given.h"
#include "gateway/translate/ollama_request.h"
#include "gateway/translate/openai_request.h"
#include "gateway/translate/responses_door.h"
#include "gateway/translate/responses_request.h"
#include "gateway/translate/text_request.h"

#include <array>

namespace gatehouse::translate {

namespace {

constexpr std::array rows {
    DialectRow {
        .dialect = Dialect::OpenAiChat,
        .question = "messages",
        .answer = "choices",
        .fit = nullptr, // done last, whoever asks: see relayOpenAiRequest()
        .readRequest = readOpenAiRequest,
        .needsFile = openAiNeedsFile,
        .writeRequest = writeOpenAiRequest,
        .relayRequest = relayOpenAiRequest,
        .seal = askForUsage,
        .readAnswer = readOpenAiAnswer,
        .writeAnswer = writeOpenAiAnswer,
        .relayAnswer = relayOpenAiAnswer,
        .decoder = openAiDecoder,
        .encoder = openAiEncoder,
        .relay = openAiRelay,
        .note = noteOpenAi,
    },
    DialectRow {
        .dialect = Dialect::AnthropicMessages,
        .question = "messages",
        .answer = "content",
        .fit = fitToAnthropic,
        .readRequest = readAnthropicRequest,
        .needsFile = anthropicNeedsFile,
        .writeRequest = writeAnthropicRequest,
        .relayRequest = relayAnthropicRequest,
        .readAnswer = readAnthropicAnswer,
        .writeAnswer = writeAnthropicAnswer,
        .relayAnswer = relayAnthropicAnswer,
        .decoder = anthropicDecoder,
        .encoder = anthropicEncoder,
        .relay = anthropicRelay,
        .note = noteAnthropic,
    },
    DialectRow {.dialect = Dialect::OpenAiResponses,
        .question = "input",
        .answer = "output",
        .fit = fitToResponses,
        .readRequest = readResponsesRequest,
        .writeRequest = writeResponsesRequest,
        .relayRequest = relayResponsesRequest,
        .readAnswer = readResponsesAnswer,
        .writeAnswer = writeResponsesAnswer,
        .relayAnswer = relayResponsesAnswer,
        .decoder = responsesDecoder,
        .encoder = responsesEncoder,
        .relay = responsesRelay,
        .note = noteResponses},
    DialectRow {
        .dialect = Dialect::OpenAiText,
        .question = "prompt",
        .answer = "choices",
        .asChat = textAsChat,
        .fit = fitToText,
        .writeRequest = writeTextRequest,
        .relayRequest = relayTextRequest,
        .seal = askForUsage,
        .readAnswer = readTextAnswer,
        .writeAnswer = writeTextAnswer,
        .relayAnswer = relayTextAnswer,
        .decoder = openAiDecoder,
        .encoder = textEncoder,
        .relay = textRelay,
        .note = noteOpenAi,
    },
    DialectRow {.dialect = Dialect::GeminiGenerate,
        .question = "contents",
        .answer = "candidates",
        .refusal = "promptFeedback",
        .namesModel = false,
        .saysStream = false,
        .settings = "generationConfig",
        .lendsId = true,
        .fit = fitToGemini,
        .readRequest = readGeminiRequest,
        .needsFile = geminiNeedsFile,
        .concede = concedeGemini,
        .writeRequest = writeGeminiRequest,
        .relayRequest = relayGeminiRequest,
        .readAnswer = readGeminiAnswer,
        .writeAnswer = writeGeminiAnswer,
        .relayAnswer = relayGeminiAnswer,
        .decoder = geminiDecoder,
        .encoder = geminiEncoder,
        .relay = geminiRelay,
        .note = noteGemini},
    DialectRow {.dialect = Dialect::BedrockConverse,
        .question = "messages",
        .answer = "output",
        .answersObject = true,
        .namesModel = false,
        .saysStream = false,
        .fit = fitToBedrock,
        .needsFile = bedrockNeedsFile,
        .writeRequest = writeBedrockRequest,
        .readAnswer = readBedrockAnswer,
        .decoder = bedrockDecoder},
    DialectRow {.dialect = Dialect::CohereChat,
        .question = "messages",
        .answer = "message",
        .answersObject = true,
        .fit = fitToCohere,
        .writeRequest = writeCohereRequest,
        .readAnswer = readCohereAnswer,
        .decoder = cohereDecoder},
    DialectRow {.dialect = Dialect::OllamaChat,
        .question = "messages",
        .answer = "message",
        .answersObject = true,
        .streamsUnasked = true,
        .thinksInBlocks = false,
        .silence = "\"\"",
        .fit = fitToOllama,
        .needsFile = ollamaNeedsFile,
        .writeRequest = writeOllamaRequest,
        .readAnswer = readOllamaAnswer,
        .decoder = ollamaDecoder},
};

} // namespace

const DialectRow &row(Dialect dialect)
{
    for (const DialectRow &each : rows) {
        if (each.dialect == dialect)
            return each;
    }
    Q_UNREACHABLE();
}

} // namespace gatehouse::translate
