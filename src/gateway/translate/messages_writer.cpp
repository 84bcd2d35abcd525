// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/messages_writer.h"

#include "gateway/translate/rest_members.h"

#include <utility>

namespace gatehouse::translate {

void MessagesWriter::fail(Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

void MessagesWriter::refuse(Error error)
{
    if (!m_target.dropParams)
        fail(std::move(error));
}

void MessagesWriter::refuseBlock(std::string_view what)
{
    refuse(blockRefused(m_index, what, m_target));
}

void MessagesWriter::refuseOther(const Block &block)
{
    refuseBlock("a block of type '" + block.name + '\'');
}

} // namespace gatehouse::translate
