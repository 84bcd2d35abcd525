// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/core/usage.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/members.h"
#include "gateway/translate/params.h"
#include "gateway/wire/json_writer.h"

#include <string_view>
#include <vector>

/// What Google's clients say at our doors (generateContent; ai.google.dev/api/generate-content), and what they are told, when the
/// provider is somebody else. Both spellings of names are read, camelCase is written.
namespace gatehouse::translate {

/// Fails with BadRequest that names the member; also where something is asked for that only Google's models can do and whose
/// loss would change the answer.
Result<Conversation> readGeminiRequest(const Members &members);

/// contents and systemInstruction (JSON texts) as messages. Calls without ids get some, and their responses the same ones.
Result<std::vector<Message>> readGeminiContents(std::string_view contents, std::string_view systemInstruction);

/// What such a caller gives up before \a target: its clients send topK and thinkingConfig whether a model takes them or not, so
/// these are left out where it does not. Other parameters fail with UnsupportedParams, as they do for OpenAI's callers.
Result<> concedeGemini(Conversation &conversation, const Target &target);

/// A request on its way to somebody who speaks it: the deployment's defaults are added, the rest stays as it came.
Result<> relayGeminiRequest(Members &members, const Target &target);

/// Why an answer ended, in Google's word. \a finishReason is OpenAI's.
std::string_view geminiFinishReason(std::string_view finishReason);

/// Writes the object usageMetadata.
void writeGeminiUsage(wire::JsonWriter &json, const Usage &usage);

} // namespace gatehouse::translate
