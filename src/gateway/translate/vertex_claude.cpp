// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/vertex_claude.h"

namespace gatehouse::translate {

bool isClaudeOnVertex(const Target &target)
{
    return target.deployment.provider.dialect == Dialect::GeminiGenerate && target.dialect == Dialect::AnthropicMessages;
}

void putVersionIntoBody(Members &members, const Target &target)
{
    if (isClaudeOnVertex(target))
        members.offer("anthropic_version", "\"vertex-2023-10-16\"");
}

} // namespace gatehouse::translate
