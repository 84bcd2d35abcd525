// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/members.h"
#include "gateway/translate/params.h"
#include "gateway/translate/translate.h"

/// Reranking. Callers use Cohere's words; the providers' own are written and read here.
namespace gatehouse::translate {

/// Cohere's own: version 1 where the caller or the deployment's address says so, else 2, which takes documents as texts.
Result<Encoded> encodeCohereRerank(Members members, const wire::Call &call, const Target &target);
/// top_n is called top_k.
Result<Encoded> encodeVoyageRerank(Members members, const wire::Call &call, const Target &target);
/// Text Embeddings Inference: query and texts; the model is the server's.
Result<Encoded> encodeHuggingFaceRerank(Members members, const wire::Call &call, const Target &target);
/// NVIDIA's: query and passages are objects.
Result<Encoded> encodeNvidiaRerank(Members members, const wire::Call &call, const Target &target);
/// DeepInfra's: a list of queries and a list of documents.
Result<Encoded> encodeDeepInfraRerank(Members members, const wire::Call &call, const Target &target);
/// Those that speak Cohere's words, of whichever version.
Result<Encoded> encodeUsualRerank(Members members, const wire::Call &call, const Target &target);

/// Any of their answers, told apart by their shapes, in Cohere's.
Result<Answer> decodeRerank(std::string_view body, const View &view);

/// A document's text as a JSON string: itself, its "text", or what it is, written out.
std::string documentText(std::string_view raw);

} // namespace gatehouse::translate
