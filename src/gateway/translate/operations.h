// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/members.h"
#include "gateway/translate/params.h"
#include "gateway/translate/translate.h"

/// What is asked of models besides conversations: embeddings, moderation, reranking, images, speech. Callers use one shape for
/// each (OpenAI's; Cohere's for rerank); a row says how a provider's dialect differs.
namespace gatehouse::translate {

struct OperationRow {
    Operation operation;
    Dialect dialect; ///< the provider's, as its row in providers/ says
    Result<Encoded> (*encode)(Members members, const wire::Call &call, const Target &target); ///< nullptr: it has no body
    Result<Answer> (*decode)(std::string_view body, const View &view);
    std::string_view provider = {}; ///< whose way this is; empty = everybody's who speaks the dialect
};

/// The row of \a provider, else of all who speak \a dialect. nullptr when none of them can do it.
const OperationRow *operationRow(Operation operation, Dialect dialect, std::string_view provider);

/// encode() for everything but chats. Fails with BadRequest where the provider's dialect has no such operation.
Result<Encoded> encodeOperation(Members members, const wire::Call &call, const Target &target);
/// decodeAnswer() for everything but chats.
Result<Answer> decodeOperation(std::string_view body, const View &view);

/// A chat in the words of \a target's dialect, whatever the operation: for what must be told the same as a chat.
Result<Encoded> encodeChat(Members members, const wire::Call &call, const Target &target);

/// A body of \a members, then extra_body of the request and of the deployment where they say nothing; \a namesModel puts the
/// model's name first.
Encoded writeOperation(const Members &members, const wire::Call &call, const Target &target, bool namesModel = true);

/// OpenAI's shape for a provider that uses it too: the model's name is put in, the gateway's own fields are out, the rest stays.
Result<Encoded> encodeAsOpenAi(Members members, const wire::Call &call, const Target &target);
Result<Answer> decodeAsOpenAi(std::string_view body, const View &view);

/// Embeddings over Bedrock's InvokeModel.
Result<Encoded> encodeBedrockEmbedding(Members members, const wire::Call &call, const Target &target);
Result<Answer> decodeBedrockEmbedding(std::string_view body, const View &view);

} // namespace gatehouse::translate
