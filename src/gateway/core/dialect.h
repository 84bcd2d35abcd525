// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace gatehouse {

/// A wire format for chat, as spoken by clients (at our doors) and by providers. See translate/.
enum class Dialect {
    OpenAiChat,        ///< POST …/chat/completions
    AnthropicMessages, ///< POST …/v1/messages
};

} // namespace gatehouse
