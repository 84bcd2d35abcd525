// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/guardrails/kinds.h"

#include "gateway/guardrails/content_filter.h"
#include "gateway/guardrails/services.h"

#include <algorithm>
#include <iterator>

namespace gatehouse::guardrails {

namespace {

Made makeContentFilter(const Source &source)
{
    return contentFilter(source.params, source.notes);
}

constexpr Kind table[] {
    {"litellm_content_filter", makeContentFilter},
    {"openai_moderation", makeModeration},
    {"presidio", makePresidio},
    {"generic_guardrail_api", makeGenericApi},
    {"bedrock", makeBedrock},
    {"lakera_v2", makeLakera},
    {"azure/prompt_shield", makePromptShield},
    {"azure/text_moderations", makeTextModerations},
};

} // namespace

std::string Source::text(std::initializer_list<std::string_view> names, const char *variable) const
{
    for (const std::string_view name : names) {
        if (std::string given = params.find(name).asString(); !given.empty())
            return given;
    }
    return variable && environment ? environment(variable).value_or(std::string()) : std::string();
}

const Kind *findKind(std::string_view name)
{
    const auto *const row =
        std::find_if(std::begin(table), std::end(table), [name](const Kind &each) { return each.name == name; });
    return row == std::end(table) ? nullptr : row;
}

} // namespace gatehouse::guardrails
