// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/members.h"
#include "gateway/translate/params.h"
#include "gateway/translate/translate.h"

/// Embeddings of Google's: :batchEmbedContents of the Gemini API, :predict of Vertex.
namespace gatehouse::translate {

/// Fails with BadRequest where the input is no text and no array of texts.
Result<Encoded> encodeGoogleEmbedding(Members members, const wire::Call &call, const Target &target);

/// Fails with ApiConnection where the answer holds no vectors.
Result<Answer> decodeGoogleEmbedding(std::string_view body, const View &view);

} // namespace gatehouse::translate
