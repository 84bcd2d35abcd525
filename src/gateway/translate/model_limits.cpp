// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/model_limits.h"

#include "gateway/translate/reasoning_models.h"

#include <array>

namespace gatehouse::translate {

namespace {

struct Row {
    ClaudeModel::Family family;
    int version; ///< this and newer, until the next row of the family
    std::int64_t tokens;
};

// From Anthropic's model overview.
constexpr std::array rows {
    Row {ClaudeModel::Family::Haiku, 300, 4096},
    Row {ClaudeModel::Family::Haiku, 305, 8192},
    Row {ClaudeModel::Family::Haiku, 405, 64000},
    Row {ClaudeModel::Family::Sonnet, 300, 4096},
    Row {ClaudeModel::Family::Sonnet, 305, 8192},
    Row {ClaudeModel::Family::Sonnet, 307, 64000},
    Row {ClaudeModel::Family::Opus, 300, 4096},
    Row {ClaudeModel::Family::Opus, 400, 32000},
    Row {ClaudeModel::Family::Opus, 405, 64000},
    Row {ClaudeModel::Family::Opus, 406, 128000},
};

} // namespace

std::int64_t claudeOutputLimit(std::string_view model)
{
    const ClaudeModel known = claudeModel(model);
    std::int64_t limit = 4096;
    for (const Row &row : rows) {
        if (row.family == known.family && row.version <= known.version)
            limit = row.tokens;
    }
    return limit;
}

} // namespace gatehouse::translate
