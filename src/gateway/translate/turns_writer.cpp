// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/turns_writer.h"

#include "gateway/translate/blank_text.h"
#include "gateway/translate/foreign_thoughts.h"

namespace gatehouse::translate {

Result<Turns> TurnsWriter::writeTurns()
{
    m_json.beginArray();
    m_system.beginArray();
    const std::size_t silence = m_system.text().size();
    for (m_index = 0; m_index < m_conversation.messages.size(); ++m_index)
        writeMessage(m_conversation.messages[m_index]);
    closeTurn();
    if (!m_hasTurn && !m_error)
        writeFirstWord();
    if (m_error)
        return Failure {*m_error};
    Turns turns {m_json.endArray().take(), {}};
    if (m_system.text().size() > silence)
        turns.system = m_system.endArray().take();
    return turns;
}

bool TurnsWriter::isSkipped(const Block &block)
{
    return (block.kind == Block::Kind::Text && isBlank(block.text)) || isForeignThought(block);
}

void TurnsWriter::writeMessage(const Message &message)
{
    if (message.role == Message::Role::System)
        return writeSystem(message);
    openTurn(message.role == Message::Role::Assistant);
    const bool isLast = m_isAssistant && m_index + 1 == m_conversation.messages.size();
    const std::size_t before = m_json.text().size();
    for (const Block &block : message.blocks) {
        if (!isSkipped(block))
            writeBlock(block, isLast && block.kind == Block::Kind::Text && &block == &message.blocks.back());
    }
    if (m_json.text().size() == before)
        writePlain(emptyContent);
}

void TurnsWriter::writeFirstWord()
{
    if (!m_target.modifyParams)
        return fail({Fault::BadRequest, std::string(lacksMessages())});
    openTurn(false);
    writePlain("Please continue.");
    closeTurn();
}

void TurnsWriter::openTurn(bool isAssistant)
{
    if (m_isOpen && m_isAssistant == isAssistant)
        return;
    closeTurn();
    m_isOpen = m_hasTurn = true;
    m_isAssistant = isAssistant;
    m_json.beginObject().key("role").string(isAssistant ? "assistant" : "user").key("content").beginArray();
}

void TurnsWriter::closeTurn()
{
    if (m_isOpen)
        m_json.endArray().endObject();
    m_isOpen = false;
}

} // namespace gatehouse::translate
