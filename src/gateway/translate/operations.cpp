// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/operations.h"

#include "gateway/translate/count_tokens.h"
#include "gateway/translate/gemini_embeddings.h"

#include <array>

namespace gatehouse::translate {

namespace {

constexpr std::array rows {
    OperationRow {Operation::CountTokens, Dialect::AnthropicMessages, encodeAnthropicCount, decodeCount},
    OperationRow {Operation::CountTokens, Dialect::GeminiGenerate, encodeGeminiCount, decodeCount},
    OperationRow {Operation::Embedding, Dialect::OpenAiChat, encodeAsOpenAi, decodeAsOpenAi},
    OperationRow {Operation::Embedding, Dialect::GeminiGenerate, encodeGoogleEmbedding, decodeGoogleEmbedding},
    OperationRow {Operation::Moderation, Dialect::OpenAiChat, encodeAsOpenAi, decodeAsOpenAi},
    OperationRow {Operation::Rerank, Dialect::OpenAiChat, encodeAsOpenAi, decodeAsOpenAi},
    OperationRow {Operation::ImageGeneration, Dialect::OpenAiChat, encodeAsOpenAi, decodeAsOpenAi},
    OperationRow {Operation::ImageEdit, Dialect::OpenAiChat, encodeAsOpenAi, decodeAsOpenAi},
    OperationRow {Operation::Speech, Dialect::OpenAiChat, encodeAsOpenAi, decodeAsOpenAi},
    OperationRow {Operation::Transcription, Dialect::OpenAiChat, encodeAsOpenAi, decodeAsOpenAi},
    OperationRow {Operation::AudioTranslation, Dialect::OpenAiChat, encodeAsOpenAi, decodeAsOpenAi},
};

} // namespace

const OperationRow *operationRow(Operation operation, Dialect dialect)
{
    for (const OperationRow &row : rows) {
        if (row.operation == operation && row.dialect == dialect)
            return &row;
    }
    return nullptr;
}

Result<Encoded> encodeOperation(Members members, const wire::Call &call, const Target &target)
{
    if (const OperationRow *row = operationRow(call.operation, target.dialect))
        return row->encode(std::move(members), call, target);
    return Failure {Error {Fault::BadRequest,
        target.deployment.provider.title + "Exception - " + target.deployment.provider.name + " has no "
            + std::string(toString(call.operation)) + ": " + call.path
            + " cannot be served by model=" + std::string(target.model)}};
}

Result<Answer> decodeOperation(std::string_view body, const View &view)
{
    return operationRow(view.operation, view.from)->decode(body, view);
}

} // namespace gatehouse::translate
