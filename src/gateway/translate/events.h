// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/core/usage.h"
#include "gateway/translate/event_cut.h"
#include "gateway/translate/provider_words.h"
#include "gateway/translate/translate.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// A stream between two dialects: the provider's events become StreamEvents, these become the caller's events. One decoder and
/// one encoder a dialect.
namespace gatehouse::translate {

struct Given;

/// A step of an answer. Members called …Json hold JSON text (a string with its quotes, an object) that is copied as it is, so
/// that no escape is decoded only to be written again; they point into the event that is being decoded.
struct StreamEvent {
    enum class Kind {
        Start,         ///< idJson, nameJson: the model
        Text,          ///< textJson
        Refusal,       ///< textJson
        Thinking,      ///< textJson
        Signature,     ///< textJson, of the thinking before
        Redacted,      ///< textJson: the data
        ToolStart,     ///< tool, idJson, nameJson; textJson: the signature of the thinking before, if it belongs to the call
        ToolArguments, ///< tool, textJson: a piece of the arguments' text
        ToolInput,     ///< tool, textJson: the arguments whole, as an object
        ToolEnd,       ///< tool
        Image,         ///< textJson: base64, nameJson: its media type
        Annotations,   ///< textJson: an array that only OpenAI's annotations can carry
        Extra,         ///< textJson: an object that only OpenAI's provider_specific_fields can carry
        Beside,        ///< textJson: an object whose members stand beside OpenAI's choices
        Finish,        ///< finish
        End,           ///< nothing follows
    };
    Kind kind;
    std::string_view textJson = {};
    std::string_view idJson = {}, nameJson = {};
    std::size_t tool = 0;    ///< counts the tool calls from 0
    std::string finish = {}; ///< OpenAI's word
    std::string stopSequence = {};
    std::size_t choice = 0; ///< which of several answers to the same request; only OpenAI's dialect has more than one
};

/// Reads one dialect's events.
class EventDecoder
{
public:
    virtual ~EventDecoder() = default;
    /// Appends what \a event says. The views in \a into hold until the next call.
    virtual Result<> decode(const CutEvent &event, std::vector<StreamEvent> &into) = 0;
    /// The connection ended: appends the End the provider left out, or says what is missing.
    virtual Result<> finish(std::vector<StreamEvent> &into) = 0;
    const Usage &usage() const { return m_usage; }

protected:
    explicit EventDecoder(const View &view)
        : m_view(view)
    {
    }

    Failure<Error> broken(std::string_view what) const { return {brokenAnswer(m_view, what)}; }
    Failure<Error> cut(std::string_view what) const { return {cutAnswer(m_view, what)}; }
    /// \a error came in an event with the data \a whole.
    Failure<Error> carried(std::string_view error, std::string_view whole) const { return {carriedError(m_view, error, whole)}; }

    const View &m_view;
    Usage m_usage;
};
std::unique_ptr<EventDecoder> openAiDecoder(const View &view);
std::unique_ptr<EventDecoder> anthropicDecoder(const View &view);
std::unique_ptr<EventDecoder> bedrockDecoder(const View &view);
std::unique_ptr<EventDecoder> cohereDecoder(const View &view);
std::unique_ptr<EventDecoder> ollamaDecoder(const View &view);
std::unique_ptr<EventDecoder> geminiDecoder(const View &view);
std::unique_ptr<EventDecoder> responsesDecoder(const View &view);

/// Writes one dialect's events.
class EventEncoder
{
public:
    virtual ~EventEncoder() = default;
    virtual void encode(const StreamEvent &event, const Usage &usage, std::string &out) = 0;
    /// Goes on with an answer that others began, in place of Start: what is encoded from now on follows \a given.
    virtual void resume(const Given &given, std::string &out) = 0;
};
std::unique_ptr<EventEncoder> openAiEncoder(const View &view);
std::unique_ptr<EventEncoder> anthropicEncoder(const View &view);
std::unique_ptr<EventEncoder> textEncoder(const View &view);
std::unique_ptr<EventEncoder> geminiEncoder(const View &view);

} // namespace gatehouse::translate
