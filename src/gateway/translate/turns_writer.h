// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/translate/messages_writer.h"
#include "gateway/wire/json_writer.h"

#include <string>
#include <string_view>

namespace gatehouse::translate {

/// What stands in place of empty text, which Claude refuses. The words are LiteLLM's, so that caches and recordings stay
/// comparable.
inline constexpr std::string_view emptyContent = "[System: Empty message content sanitised to satisfy protocol]";

/// Messages as Anthropic's dialect and Converse have them: turns of user and assistant alternate, so what one of them says in
/// several messages is one turn; no text is empty, and what the system says stands apart.
struct Turns {
    std::string messages; ///< a JSON array
    std::string system;   ///< a JSON array of blocks; empty = none
};

/// Writes such turns. How a block looks is the dialect's to say.
class TurnsWriter : protected MessagesWriter
{
public:
    virtual ~TurnsWriter() = default;

protected:
    using MessagesWriter::MessagesWriter;

    Result<Turns> writeTurns();
    /// True for empty text and for thoughts that Claude did not sign: neither is taken.
    static bool isSkipped(const Block &block);

    virtual void writeSystem(const Message &message) = 0;
    /// \a isPrefill: a text that the answer goes on with; it may not end in space.
    virtual void writeBlock(const Block &block, bool isPrefill) = 0;
    virtual void writePlain(std::string_view text) = 0;
    /// What to say of a conversation in which only the system speaks.
    virtual std::string_view lacksMessages() const = 0;

    wire::JsonWriter m_json, m_system;

private:
    void writeMessage(const Message &message);
    void writeFirstWord();
    void openTurn(bool isAssistant);
    void closeTurn();

    bool m_hasTurn = false, m_isOpen = false, m_isAssistant = false;
};

} // namespace gatehouse::translate
