// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/core/usage.h"
#include "gateway/translate/translate.h"
#include "gateway/wire/call.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A stream that breaks off after its first words, and goes on with another provider's (midstream: continue).
namespace gatehouse::translate {

class ContinuedAnswer;

/// One call's answer over several providers. For each attempt:
///     rest() where hasBegun(), else the call itself → encode() → … → makeStream() → feed(), finish()
/// When that fails, mayGoOn() says whether another attempt makes sense; if none is made, withheld() or errorEvent() ends the
/// stream. Nothing of this costs a call that has no Continuation: its streams are relayed as ever.
class Continuation
{
public:
    /// Whether one is worth having for \a call: it is a streamed conversation, and asks for nothing that nobody could go on with
    /// (several answers, JSON by a schema, sound, weights of tokens).
    static bool isOfUse(const wire::Call &call);

    /// \a call, the caller's own, must outlive this. One that is of no use can be had too: it never may go on.
    explicit Continuation(const wire::Call &call);
    ~Continuation();
    Continuation(const Continuation &) = delete;
    Continuation &operator=(const Continuation &) = delete;

    /// Something came out of a stream, and is taken to be with the caller.
    bool hasBegun() const;
    /// Why the answer, as far as the caller has it, cannot be gone on with; empty = it can. For the log.
    std::string_view obstacle() const;
    /// It has begun, and another may go on with it. The error itself must be judged elsewhere.
    bool mayGoOn() const { return hasBegun() && obstacle().empty(); }

    /// What the caller lacks of an answer that broke off behind the word for why it ended: of that, nothing is missing but the
    /// dialect's own end, which may be empty. Nothing = it had not come so far.
    std::optional<std::string> ending() const;

    /// What the next provider is asked, to be encoded in place of the call; in the same dialect. To be called once for every
    /// attempt after the answer has begun, before makeStream(): both must know how the provider was told to go on.
    Result<wire::Call> rest(const Addressee &to);

    /// In place of translate::makeStream(), of the same arguments (\a view.request is the caller's body all along). Its first
    /// stream is the same, but followed; after the answer has begun it is one that goes on, in the dialect, with the names, and
    /// in the place where the caller's side stopped. Must not outlive this; the one before is done with. usage() is of all
    /// parts. It never saidError(): what the provider said of its failure is withheld.
    std::unique_ptr<Stream> makeStream(View view, std::string_view contentType = {});

    /// The event, in the caller's dialect, by which the last provider itself told of its failure; empty when there is none.
    const std::string &withheld() const;

    /// What a provider did of the answer, so that each can be billed at its own price. Those that said nothing are left out.
    struct Part {
        std::string deployment; ///< View::deployment
        Usage usage;
        bool isEstimate = false; ///< it broke off before the provider had said what it cost
    };
    const std::vector<Part> &parts() const;

private:
    std::unique_ptr<ContinuedAnswer> m_answer;
};

} // namespace gatehouse::translate
