// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/own_choice.h"

#include "gateway/providers/digest.h"

#include <algorithm>

namespace gatehouse::observe::sinks {

namespace {

std::string upper(std::string_view text)
{
    std::string result(text);
    std::transform(
        result.begin(), result.end(), result.begin(), [](unsigned char c) { return c >= 'a' && c <= 'z' ? c - 32 : c; });
    return result;
}

} // namespace

Choice choiceOf(const CallbackChoice &said, const Row &row, const Environment &environment)
{
    constexpr std::string_view reference = "os.environ/";
    Choice choice {said.name, std::string(row.name)};
    const auto valueOf = [&](const std::string &name) { return environment ? environment(name) : std::nullopt; };
    for (const auto &[variable, value] : said.variables) {
        const std::string name = upper(variable) == "LANGFUSE_SECRET" ? "LANGFUSE_SECRET_KEY" : upper(variable);
        const std::string &text = value.reveal();
        if (name == "TURN_OFF_MESSAGE_LOGGING") {
            choice.hidesMessages = upper(text) == "TRUE";
        } else if (text.starts_with(reference)) {
            if (said.isOfCall) // whoever calls is told nothing of the environment, not even by what arrives
                continue;
            const std::string from = text.substr(reference.size());
            if (const auto found = from.starts_with(row.family) ? valueOf(from) : std::nullopt; found && knows(row, name))
                choice.variables.insert_or_assign(name, Secret(*found));
        } else if (knows(row, name)) {
            choice.variables.insert_or_assign(name, value);
        }
    }
    if (!choice.variables.empty() || said.isOfCall)
        return choice;
    for (const std::string_view name : variablesOf(row)) {
        if (const auto found = valueOf(std::string(name)))
            choice.variables.insert_or_assign(std::string(name), Secret(*found));
    }
    return choice;
}

std::string keyOf(const Choice &choice)
{
    std::string all;
    for (const auto &[name, value] : choice.variables)
        all +=
            std::to_string(name.size()) + ":" + name + "=" + std::to_string(value.reveal().size()) + ":" + value.reveal() + ";";
    constexpr std::size_t length = 16;
    return choice.kind + "-" + providers::hex(providers::sha256(all + (choice.hidesMessages ? "h" : ""))).substr(0, length);
}

} // namespace gatehouse::observe::sinks
