// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"
#include "gateway/wire/call.h"

#include <memory>
#include <string>
#include <string_view>

namespace gatehouse::pipeline {

/// The id of an answer, as its caller sees it in its first bytes ("chatcmpl-…", "msg_…", "resp_…"); empty where there is none.
std::string answerId(std::string_view bytes);

/// \a said as it is kept with the log of calls: without credentials, long texts cut, a stream as the answer it adds up to.
Said keptOf(const Said &said);

/// \a receipt for those who look on, who alone may read what was said in it: with the last of them it forgets that. The ring
/// keeps the same one, and a thousand conversations would be much to remember; to copy a receipt without them costs as much as to
/// make it.
std::shared_ptr<const Receipt> heard(const std::shared_ptr<Receipt> &receipt);

/// Whether \a call says anything that a listener would keep: it has messages, or what stands for them in its dialect.
bool hasWords(const wire::Call &call);

/// Keeps what is said in a call, where that is asked for. Belongs to an exchange.
class Listener
{
public:
    /// With \a isPrivate, only that something was said.
    Listener(const wire::Call &call, bool isPrivate);
    /// Bytes of the answer on their way to the caller; of a very long one the rest is left out.
    void hear(std::string_view bytes);
    /// All of it, as it was said; a stream as its events. At the end of the call.
    std::shared_ptr<const Said> take();

private:
    std::string m_messages;
    std::string m_answer;
    bool m_isPrivate;
};

} // namespace gatehouse::pipeline
