// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/operations.h"

#include "gateway/translate/count_tokens.h"
#include "gateway/translate/embeddings.h"
#include "gateway/translate/gemini_embeddings.h"
#include "gateway/translate/rerank.h"
#include "gateway/translate/responses_door.h"

#include <array>

namespace gatehouse::translate {

namespace {

constexpr Dialect openAi = Dialect::OpenAiChat;

// A provider's own way stands before everybody's.
constexpr std::array rows {
    OperationRow {Operation::CountTokens, Dialect::AnthropicMessages, encodeAnthropicCount, decodeCount},
    OperationRow {Operation::CountTokens, Dialect::GeminiGenerate, encodeGeminiCount, decodeCount},
    OperationRow {Operation::Embedding, openAi, encodeMistralEmbedding, decodeOpenAiEmbedding, "mistral"},
    OperationRow {Operation::Embedding, openAi, encodeJinaEmbedding, decodeOpenAiEmbedding, "jina_ai"},
    OperationRow {Operation::Embedding, openAi, encodeVoyageEmbedding, decodeOpenAiEmbedding, "voyage"},
    OperationRow {Operation::Embedding, openAi, encodeHuggingFaceEmbedding, decodeHuggingFaceEmbedding, "huggingface"},
    OperationRow {Operation::Embedding, openAi, encodeAsOpenAi, decodeOpenAiEmbedding},
    OperationRow {Operation::Embedding, Dialect::CohereChat, encodeCohereEmbedding, decodeCohereEmbedding},
    OperationRow {Operation::Embedding, Dialect::OllamaChat, encodeOllamaEmbedding, decodeOllamaEmbedding},
    OperationRow {Operation::Embedding, Dialect::GeminiGenerate, encodeGoogleEmbedding, decodeGoogleEmbedding},
    OperationRow {Operation::Moderation, openAi, encodeAsOpenAi, decodeAsOpenAi},
    OperationRow {Operation::Rerank, openAi, encodeVoyageRerank, decodeRerank, "voyage"},
    OperationRow {Operation::Rerank, openAi, encodeHuggingFaceRerank, decodeRerank, "huggingface"},
    OperationRow {Operation::Rerank, openAi, encodeNvidiaRerank, decodeRerank, "nvidia_nim"},
    OperationRow {Operation::Rerank, openAi, encodeDeepInfraRerank, decodeRerank, "deepinfra"},
    OperationRow {Operation::Rerank, openAi, encodeUsualRerank, decodeRerank},
    OperationRow {Operation::Rerank, Dialect::CohereChat, encodeCohereRerank, decodeRerank},
    OperationRow {Operation::ImageGeneration, openAi, encodeAsOpenAi, decodeAsOpenAi},
    OperationRow {Operation::ImageEdit, openAi, encodeAsOpenAi, decodeAsOpenAi},
    OperationRow {Operation::Speech, openAi, encodeAsOpenAi, decodeAsOpenAi},
    OperationRow {Operation::Transcription, openAi, encodeAsOpenAi, decodeAsOpenAi},
    OperationRow {Operation::AudioTranslation, openAi, encodeAsOpenAi, decodeAsOpenAi},
    OperationRow {Operation::Embedding, Dialect::BedrockConverse, encodeBedrockEmbedding, decodeBedrockEmbedding},
    OperationRow {Operation::StoredResponse, Dialect::OpenAiResponses, nullptr, decodeStoredResponse},
};

} // namespace

const OperationRow *operationRow(Operation operation, Dialect dialect, std::string_view provider)
{
    for (const OperationRow &row : rows) {
        if (row.operation == operation && row.dialect == dialect && (row.provider.empty() || row.provider == provider))
            return &row;
    }
    return nullptr;
}

Result<Encoded> encodeOperation(Members members, const wire::Call &call, const Target &target)
{
    if (const OperationRow *row = operationRow(call.operation, target.dialect, target.deployment.provider.name))
        return row->encode(std::move(members), call, target);
    return Failure {Error {Fault::BadRequest,
        target.deployment.provider.title + "Exception - " + target.deployment.provider.name + " has no "
            + std::string(toString(call.operation)) + ": " + call.path
            + " cannot be served by model=" + std::string(target.model)}};
}

Result<Answer> decodeOperation(std::string_view body, const View &view)
{
    return operationRow(view.operation, view.from, view.provider.name)->decode(body, view);
}

} // namespace gatehouse::translate
