// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/translate.h"

#include <functional>
#include <memory>

/// The kinds of stream behind makeStream().
namespace gatehouse::translate {

class EventEncoder;

/// Provider and caller speak OpenAI's chat dialect, or both its completions.
std::unique_ptr<Stream> openAiRelay(View view);
/// Provider and caller speak Anthropic's dialect.
std::unique_ptr<Stream> anthropicRelay(View view);
/// Both speak completions, whatever the provider's quirks.
std::unique_ptr<Stream> textRelay(View view);
/// Provider and caller speak Gemini's dialect.
std::unique_ptr<Stream> geminiRelay(View view);
/// They differ: decoded into events and encoded again.
std::unique_ptr<Stream> translatedStream(View view);
/// The same, but written by what \a encoderFor makes.
using EncoderMaker = std::function<std::unique_ptr<EventEncoder>(const View &)>;
std::unique_ptr<Stream> translatedStream(View view, const EncoderMaker &encoderFor);
/// A conversation's stream behind whatever frames \a contentType means.
std::unique_ptr<Stream> reframed(std::unique_ptr<Stream> stream, std::string_view contentType, View view);
/// For what is no conversation and comes as it is: bytes.
std::unique_ptr<Stream> binaryRelay(View view);
/// For what is no conversation, in events.
std::unique_ptr<Stream> eventRelay(View view);

} // namespace gatehouse::translate
