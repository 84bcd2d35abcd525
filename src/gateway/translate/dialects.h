// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/answer.h"
#include "gateway/translate/events.h"
#include "gateway/translate/members.h"
#include "gateway/translate/params.h"
#include "gateway/translate/provider_request.h"
#include "gateway/translate/streams.h"

/// The dialects: one row each. Whatever goes from one dialect to another goes through Conversation, Completion or StreamEvent,
/// so that a new dialect is a row and a few files, and never a pair with each of the others. What a row leaves empty, nobody
/// needs of that dialect: no client speaks it to us, or no provider does.
namespace gatehouse::translate {

struct DialectRow {
    Dialect dialect;
    std::string_view question;      ///< the member that a request cannot be without: "messages"
    std::string_view answer;        ///< the member by which an answer is known as one: "choices"
    bool answersObject = false;     ///< that member is an object (else an array)
    std::string_view refusal = {};  ///< the member, an object, that stands there alone where the prompt was refused
    bool namesModel = true;         ///< the body names the model (else the address does)
    bool saysStream = true;         ///< the body says whether a stream is wanted (else the address does)
    bool streamsUnasked = false;    ///< a body that says nothing gets a stream
    std::string_view settings = {}; ///< a member, an object, with which extra_body's of that name is merged
    bool lendsId = false;           ///< OpenAI's callers see the provider's id of an answer (else one of ours)
    bool thinksInBlocks = true;     ///< and its thoughts as thinking_blocks too (else, where nobody signs them, the text alone)
    /// What they see as the content of an answer without a text.
    std::string_view silence = "null";

    /// Turns a caller's words into OpenAI chat's, where they are nearly these: then whatever is done to a chat is done to it too.
    Result<> (*asChat)(Members &, const Target &) = nullptr;
    /// What becomes of OpenAI's parameters that this dialect's models do not take; they are still in OpenAI's words.
    Result<> (*fit)(Members &, const Target &) = nullptr;
    /// A caller's words → Conversation. Fails with BadRequest that names the member.
    Result<Conversation> (*readRequest)(const Members &) = nullptr;
    /// Whether such a provider does not fetch \a block's file itself, which is named by an http or https address: then it is
    /// handed the file (files.h). nullptr = it fetches whatever it takes by address.
    bool (*needsFile)(const Block &block, const Target &) = nullptr;
    /// What such a caller gives up without a word before a provider of another dialect: nullptr = nothing.
    Result<> (*concede)(Conversation &, const Target &) = nullptr;
    /// Conversation → a provider's words. Fails with BadRequest or UnsupportedParams.
    Result<ProviderRequest> (*writeRequest)(const Conversation &, const Target &) = nullptr;
    /// What is done to a request that needs no translation.
    Result<> (*relayRequest)(Members &, const Target &) = nullptr;
    /// The last touch to a body for such a provider, after extra_body.
    Result<> (*seal)(Members &, const Target &) = nullptr;

    Result<Completion> (*readAnswer)(const wire::JsonObject &, const View &) = nullptr;
    std::string (*writeAnswer)(const Completion &, const View &) = nullptr;
    Result<Answer> (*relayAnswer)(const wire::JsonObject &, const View &) = nullptr;

    std::unique_ptr<EventDecoder> (*decoder)(const View &) = nullptr;
    std::unique_ptr<EventEncoder> (*encoder)(const View &) = nullptr;
    std::unique_ptr<Stream> (*relay)(View) = nullptr;
    /// Reads what a caller's event gave, so that another may go on with it.
    void (*note)(const wire::JsonObject &, Given &) = nullptr;
};

/// The row of \a dialect. Total: every dialect has one.
const DialectRow &row(Dialect dialect);

} // namespace gatehouse::translate
