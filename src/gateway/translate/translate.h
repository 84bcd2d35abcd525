// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/deployment.h"
#include "gateway/core/result.h"
#include "gateway/core/usage.h"
#include "gateway/wire/call.h"

#include <memory>
#include <string>
#include <string_view>

/// The whole door of this room: bytes in, bytes out. Nothing here knows a socket, a key or an address.
namespace gatehouse::translate {

class ResponsesDesk;
struct Files;

/// Settings of the gateway that change a translation.
struct Policy {
    bool dropParams = false;         ///< litellm_settings.drop_params; the deployment's and the request's own override it
    bool modifyParams = false;       ///< litellm_settings.modify_params
    bool summarizeReasoning = false; ///< litellm_settings.reasoning_auto_summary
};

/// What a provider is sent for one call.
struct Encoded {
    std::string body;
    wire::Headers headers; ///< the body's own needs, such as anthropic-beta
    bool jsonTool = false; ///< response_format was asked for by a forced tool: see View::jsonTool
    bool isOlder = false;  ///< these are the provider's older words, which have an address of their own (Cohere's rerank)
};

/// Whom a call is put to.
struct Addressee {
    const Deployment &deployment;
    std::string_view model; ///< the name sent (a wildcard already filled in)
    Dialect dialect;        ///< the one of the provider's dialects that is used
};

/// \a call in the words of \a to. Fails with BadRequest or UnsupportedParams; the caller sees the message behind
/// "litellm.<Class>: ". Files that the call names by their addresses and that the provider has to be handed are taken from
/// \a files; where some are not there, files->wanted names them and the result is not to be sent. Without \a files addresses
/// stay what they are: passed on, or refused.
Result<Encoded> encode(const wire::Call &call, const Addressee &to, const Policy &policy, Files *files = nullptr);

/// Whether nothing that \a call or \a deployment's defaults say would be lost by asking OpenAI's Responses API in place of chat
/// completions.
bool isWholeAsResponses(const wire::Call &call, const Deployment &deployment);

/// A provider's whole (not streamed) answer, in the caller's dialect.
struct Answer {
    std::string body;
    Usage usage;
    std::string finishReason; ///< in OpenAI's vocabulary; empty for what is no chat
};

/// How an answer is to look.
struct View {
    Dialect from;            ///< what the provider speaks
    Dialect to;              ///< what the caller speaks
    std::string model;       ///< the name the answer carries; empty = keep the provider's (after a fallback)
    std::string deployment;  ///< id, for what must name it
    bool wantsUsage = false; ///< OpenAI stream: the caller asked for the usage chunk
    bool jsonTool = false;   ///< the request forced the tool json_tool_call in place of response_format (see Encoded)
    ProviderTraits provider; ///< for the words of errors
    Operation operation = Operation::Chat;
    const wire::JsonObject *request = nullptr; ///< the caller's, for answers that repeat parts of it; must outlive this
    std::string upstreamModel = {};            ///< the name the provider was sent, for answers of dialects that name none
    wire::Framing framing = wire::Framing::Events;
    ResponsesDesk *desk = nullptr; ///< of the door of Responses; must outlive this
};

/// Fails with BadGateway on garbage, and with the provider's error where a 200 carries one.
Result<Answer> decodeAnswer(std::string_view body, const View &view);

/// A provider's stream on its way to the caller. One a call; feed() what arrives, write what comes out.
/// It never ends a stream that the provider did not end: finish() is an error unless the provider's own end was seen.
class Stream
{
public:
    virtual ~Stream() = default;
    /// Appends to \a out what the caller may have now (possibly nothing: a role alone is held back until content comes, so
    /// that a failure before it can still go elsewhere). An error means that the provider's stream carried one or is broken;
    /// the stream is over then. What stands in \a out all the same came before it: write it first, or drop it if nothing was
    /// sent yet and another provider is asked instead.
    virtual Result<> feed(std::string_view bytes, std::string &out) = 0;
    /// The provider's connection ended cleanly: writes the last events, or says that the stream was cut or empty.
    virtual Result<> finish(std::string &out) = 0;
    virtual const Usage &usage() const = 0;
    virtual const std::string &finishReason() const = 0;
    /// The error that was returned already stands at the end of \a out, as the provider's own event (Anthropic to Anthropic,
    /// after content): the caller must not be sent another.
    virtual bool saidError() const { return false; }
};
/// \a contentType is the provider's: it says how the stream is framed. Of speech it may be a kind of sound, which is passed on as
/// bytes.
std::unique_ptr<Stream> makeStream(View view, std::string_view contentType = {});

/// Sorts a provider's error reply into a Fault with LiteLLM's wording ("<Title>Exception - <message>") and status.
/// \a context completes the words: which dialect the caller speaks decides some statuses (529 stays 529 on /v1/messages).
Error classify(const ProviderTraits &provider, Dialect caller, int status, std::string_view body);
/// A failure without an HTTP status: connection refused, cut, timed out.
Error connectionError(const ProviderTraits &provider, std::string_view what);

/// An error as a JSON body in the caller's dialect.
std::string errorBody(const Error &error, Dialect dialect);
/// An error inside a stream that already began, as the bytes of its event.
std::string errorEvent(const Error &error, Dialect dialect, wire::Framing framing = wire::Framing::Events);

/// A mock_response deployment's answer, without any network: whole, or as the bytes of a whole stream.
/// The special texts "litellm.RateLimitError", "litellm.InternalServerError", "litellm.ContextWindowExceededError" fail so.
Result<Answer> mockAnswer(std::string_view text, const View &view);
Result<Answer> mockStream(std::string_view text, const View &view);

} // namespace gatehouse::translate
