// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/error.h"
#include "gateway/translate/conversation.h"
#include "gateway/translate/params.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace gatehouse::translate {

/// What the writers of messages share, whatever the dialect: whose words go to whom, where the writing is, and the first error,
/// which stays.
class MessagesWriter
{
protected:
    MessagesWriter(const Conversation &conversation, const Target &target)
        : m_conversation(conversation)
        , m_target(target)
    {
    }

    void fail(Error error);
    /// Fails, unless what the target does not take may be dropped.
    void refuse(Error error);
    /// Refuses because the target is sent no such block. \a what is a noun with its article: "a document".
    void refuseBlock(std::string_view what);
    /// The same for a block without a common meaning.
    void refuseOther(const Block &block);

    const Conversation &m_conversation;
    const Target &m_target;
    std::optional<Error> m_error;
    std::size_t m_index = 0; ///< of the message that is being written
};

} // namespace gatehouse::translate
