// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/answer.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/events.h"
#include "gateway/translate/members.h"
#include "gateway/translate/params.h"
#include "gateway/translate/streams.h"
#include "gateway/wire/call.h"

#include <memory>
#include <string>

/// OpenAI's Responses as a caller's dialect: its requests read, its answers and streams written, and both passed on where the
/// provider speaks it too.
namespace gatehouse::translate {

/// Fails with BadRequest that names the place. Earlier turns must have been put in by continueEarlier() before.
Result<Conversation> readResponsesRequest(const Members &members);
/// What only readers of all providers can say, not the writer of one: tools that OpenAI runs itself are refused (or dropped where
/// asked), and parameters in OpenAI's words are held against what \a target takes.
Result<> fitFromResponses(Conversation &conversation, const Target &target);
/// Puts what came before, as \a call knows it, in place of previous_response_id.
void continueEarlier(Members &members, const wire::Call &call, Dialect to);
/// A request on its way to somebody who speaks it.
Result<> relayResponsesRequest(Members &members, const Target &target);

std::string writeResponsesAnswer(const Completion &completion, const View &view);
Result<Answer> relayResponsesAnswer(const wire::JsonObject &body, const View &view);
/// A response that was asked for again, deleted or cancelled, or the list of its input. It costs nothing.
Result<Answer> decodeStoredResponse(std::string_view body, const View &view);
std::unique_ptr<EventEncoder> responsesEncoder(const View &view);
std::unique_ptr<Stream> responsesRelay(View view);

} // namespace gatehouse::translate
