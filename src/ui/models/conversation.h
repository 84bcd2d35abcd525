// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>

namespace gatehouse::ui {

struct TrafficRecord;

/// One piece of what was said.
struct SaidPart {
    enum class Kind {
        Text,
        Reasoning,
        ToolCall,   ///< `name` is the tool, `text` its arguments
        ToolResult, ///< `name` is the call's id or the tool
        File,       ///< an image, a sound, a document: `name` says what, `bytes` how large; its content is not kept
        Other,      ///< something this version does not know: `text` is its JSON, shortened
    };
    Kind kind = Kind::Text;
    QString name = {};
    QString text = {};
    qint64 bytes = 0;
};

struct SaidMessage {
    QString role = {}; ///< "system", "user", "assistant", "tool" …, as the API says it
    bool isAnswer = false;
    QList<SaidPart> parts = {};
};

/// What was said in a call, out of the caller's request and the answer as the caller got it: OpenAI's chat and Responses,
/// Anthropic's messages, Google's contents, in one piece or streamed. Empty where nothing of that kind is in it. May take a
/// while.
QList<SaidMessage> conversationOf(const TrafficRecord &record);

} // namespace gatehouse::ui
