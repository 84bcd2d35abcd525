// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/providers/page.h"

#include "gateway/providers/parameters.h"
#include "gateway/providers/table.h"

#include <algorithm>
#include <array>

namespace gatehouse::providers {

namespace {

struct QuirkWords {
    Quirk quirk;
    std::string_view words;
};

constexpr std::array quirkWords {
    QuirkWords {Quirk::OpenAiModels, "OpenAI's rules for the o-series and GPT-5"},
    QuirkWords {Quirk::PlainTools, "tools without `additionalProperties` and `strict`"},
    QuirkWords {Quirk::PlainSchemas, "tools without `strict`, `$id` and `$schema`"},
    QuirkWords {Quirk::LaxTools, "tools without `strict`"},
    QuirkWords {Quirk::TextContent, "texts of a message are joined"},
    QuirkWords {Quirk::OldMaxTokens, "`max_completion_tokens` → `max_tokens`"},
    QuirkWords {Quirk::NoUser, "`user` is left out"},
    QuirkWords {Quirk::NoNames, "`name` is left out of messages"},
    QuirkWords {Quirk::NoNulls, "nulls are left out of assistant messages"},
    QuirkWords {Quirk::AnyForRequired, "`tool_choice` required → any"},
    QuirkWords {Quirk::SimpleToolChoice, "`tool_choice` is auto or none"},
    QuirkWords {Quirk::RandomSeed, "`seed` → `random_seed`"},
    QuirkWords {Quirk::NoStreamOptions, "no `stream_options`"},
    QuirkWords {Quirk::ThinkingSwitch, "`reasoning_effort` → `thinking`"},
    QuirkWords {Quirk::AskForCost, "asks for the price of a call"},
    QuirkWords {Quirk::LowTemperature, "`temperature` at most 1"},
    QuirkWords {Quirk::SchemaAsObject, "`json_schema` → `json_object` with a schema"},
    QuirkWords {Quirk::FireworksNames, "models under `accounts/fireworks/models`"},
};

std::string code(std::string_view text)
{
    return text.empty() ? std::string() : "`" + std::string(text) + "`";
}

// "A|B" → "`A`, `B`", and the same for any other separator.
std::string codes(std::string_view names, char separator)
{
    std::string list;
    while (!names.empty()) {
        const std::string_view name = names.substr(0, names.find(separator));
        names.remove_prefix(std::min(names.size(), name.size() + 1));
        if (!name.empty())
            list += (list.empty() ? "" : ", ") + code(name);
    }
    return list;
}

void append(std::string &list, std::string_view word)
{
    if (!word.empty())
        list.append(list.empty() ? "" : ", ").append(word);
}

std::string dialectsOf(const Provider &row)
{
    std::string list(toString(row.dialect));
    for (const Dialect each : row.alsoSpeaks)
        append(list, toString(each));
    return list;
}

std::string operationsOf(const Provider &row)
{
    std::string list;
    for (const Operation each : operationsIn(row))
        append(list, toString(each));
    return list;
}

std::string notesOf(const Provider &row)
{
    std::string list;
    for (const QuirkWords &each : quirkWords) {
        if (row.quirks.has(each.quirk))
            append(list, each.words);
    }
    if (!row.takes.empty())
        append(list, "takes only " + codes(row.takes, ' '));
    if (!row.refuses.empty())
        append(list, "refuses " + codes(row.refuses, ' '));
    for (const FixedHeader &header : row.headers)
        append(list, "header " + code(header.name));
    return list;
}

std::string rowOf(const Provider &row)
{
    const std::string base = row.cloudBase ? "by its region" : row.base.empty() ? "`api_base` is needed" : code(row.base);
    return "| " + code(row.name) + " | " + dialectsOf(row) + " | " + base + " | " + codes(row.keyVariables, '|') + " | "
        + codes(row.baseVariables, '|') + " | " + operationsOf(row) + " | " + notesOf(row) + " |\n";
}

} // namespace

std::string page()
{
    std::size_t served = 0;
    std::string rows, others;
    for (const Provider &row : table()) {
        if (row.operations.empty()) {
            append(others, code(row.name));
            continue;
        }
        ++served;
        rows += rowOf(row);
    }
    return "# The table of providers\n\n"
           "Written by the program: `gatehouse providers > docs/provider-table.md`. A provider is the part of a model's name "
           "before\n"
           "the first slash (`groq/llama-3.3-70b-versatile`). Its key is `litellm_params.api_key`, else the first of its "
           "variables that is\n"
           "set; the same for the base address and `api_base`. `{NAME}` in an address is a variable, `{NAME:text}` one with a "
           "default.\n"
           "[providers.md](providers.md) says what becomes of requests and answers in each dialect.\n\n"
        + std::to_string(served) + " providers are served:\n\n"
        + "| provider | dialects | base address | variables of the key | variables of the base | operations | what is particular "
          "|\n"
          "|---|---|---|---|---|---|---|\n"
        + rows + "\nKnown by name and not served: " + others + ".\n";
}

} // namespace gatehouse::providers
