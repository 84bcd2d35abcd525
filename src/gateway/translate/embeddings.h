// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/members.h"
#include "gateway/translate/params.h"
#include "gateway/translate/translate.h"

/// Embeddings: what providers call differently, and their answers in OpenAI's shape. Token ids are text already by the time a
/// request comes here, unless the provider takes them (pipeline/).
namespace gatehouse::translate {

// OpenAI's shape with some other words.
Result<Encoded> encodeMistralEmbedding(Members members, const wire::Call &call, const Target &target);
Result<Encoded> encodeJinaEmbedding(Members members, const wire::Call &call, const Target &target);
Result<Encoded> encodeVoyageEmbedding(Members members, const wire::Call &call, const Target &target);
/// An answer in OpenAI's shape; where base64 was asked for and numbers came, they are packed.
Result<Answer> decodeOpenAiEmbedding(std::string_view body, const View &view);

/// POST /v2/embed. Where the caller does not say, the texts are documents to be searched.
Result<Encoded> encodeCohereEmbedding(Members members, const wire::Call &call, const Target &target);
Result<Answer> decodeCohereEmbedding(std::string_view body, const View &view);

/// POST /api/embed; what Ollama does not know beside the input is an option of its runner.
Result<Encoded> encodeOllamaEmbedding(Members members, const wire::Call &call, const Target &target);
Result<Answer> decodeOllamaEmbedding(std::string_view body, const View &view);

/// Hugging Face's feature extraction: {"inputs": […]} → an array of vectors.
Result<Encoded> encodeHuggingFaceEmbedding(Members members, const wire::Call &call, const Target &target);
Result<Answer> decodeHuggingFaceEmbedding(std::string_view body, const View &view);

} // namespace gatehouse::translate
