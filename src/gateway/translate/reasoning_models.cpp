// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/reasoning_models.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace gatehouse::translate {

namespace {

std::string_view baseName(std::string_view model)
{
    const auto slash = model.rfind('/');
    return slash == model.npos ? model : model.substr(slash + 1);
}

// "o3", "o3-mini", but not "o30" or "o3d".
bool isModel(std::string_view model, std::string_view name)
{
    return model.starts_with(name) && (model.size() == name.size() || model[name.size()] == '-');
}

struct FamilyRow {
    std::string_view prefix;
    OpenAiFamily family;
};

// The first row that fits. gpt-5-chat models take what a gpt-4o takes.
constexpr std::array familyRows {
    FamilyRow {"gpt-5-chat", OpenAiFamily::Classic},
    FamilyRow {"gpt-5.", OpenAiFamily::Gpt5Optional},
    FamilyRow {"gpt-5", OpenAiFamily::Gpt5},
    FamilyRow {"gpt-4", OpenAiFamily::Classic},
    FamilyRow {"gpt-3.5", OpenAiFamily::Classic},
    FamilyRow {"chatgpt-4o", OpenAiFamily::Classic},
};

constexpr std::array<std::string_view, 10> reasoningNames {
    "gpt-oss", "deepseek-r", "deepseek-v3.", "qwen3", "qwq", "magistral", "reason", "think", "grok-3-mini", "gemini-"};

constexpr std::array efforts {
    ClaudeEffort {"minimal", leastThinking, "low"},
    ClaudeEffort {"low", leastThinking, "low"},
    ClaudeEffort {"medium", 2048, "medium"},
    ClaudeEffort {"high", 4096, "high"},
    ClaudeEffort {"xhigh", 4096, "xhigh"},
    ClaudeEffort {"max", 4096, "max"},
};

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(
        result.begin(), result.end(), result.begin(), [](unsigned char c) { return char(c < 128 ? std::tolower(c) : c); });
    return result;
}

void readWord(std::string_view word, ClaudeModel &model, int &numbers)
{
    if (word == "haiku")
        model.family = ClaudeModel::Family::Haiku;
    else if (word == "sonnet")
        model.family = ClaudeModel::Family::Sonnet;
    else if (word == "opus")
        model.family = ClaudeModel::Family::Opus;
    else if (word.size() <= 2 && numbers < 2
        && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        const int number = word.size() == 1 ? word[0] - '0' : (word[0] - '0') * 10 + word[1] - '0';
        model.version += ++numbers == 1 ? number * 100 : number;
    }
}

} // namespace

OpenAiFamily openAiFamily(std::string_view model)
{
    // At Azure, where a deployment may have any name, so that it can be said what it is.
    if (model.starts_with("o_series/"))
        return OpenAiFamily::OSeries;
    if (model.starts_with("gpt5_series/"))
        return OpenAiFamily::Gpt5;
    const std::string_view name = baseName(model);
    if (isModel(name, "o1") || isModel(name, "o3") || isModel(name, "o4"))
        return OpenAiFamily::OSeries;
    const auto row =
        std::find_if(familyRows.begin(), familyRows.end(), [&](const auto &r) { return name.starts_with(r.prefix); });
    return row == familyRows.end() ? OpenAiFamily::Unknown : row->family;
}

bool takesSystemMessage(std::string_view model)
{
    const std::string_view name = baseName(model);
    return !isModel(name, "o3-mini") && !isModel(name, "o1-mini") && !isModel(name, "o1-preview");
}

bool reasons(std::string_view model)
{
    const OpenAiFamily family = openAiFamily(model);
    if (family != OpenAiFamily::Unknown)
        return family != OpenAiFamily::Classic;
    const std::string name = lowered(model);
    return std::any_of(reasoningNames.begin(), reasoningNames.end(), [&](auto part) { return name.find(part) != name.npos; });
}

bool isClaude(std::string_view model)
{
    return lowered(model).find("claude") != std::string::npos;
}

ClaudeModel claudeModel(std::string_view model)
{
    const std::string name = lowered(model);
    ClaudeModel result;
    int numbers = 0;
    const auto isPart = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
    const std::size_t start = name.find("claude");
    for (auto at = name.begin() + (start == name.npos ? name.size() : start); at != name.end();) {
        const auto begin = std::find_if(at, name.end(), isPart);
        at = std::find_if_not(begin, name.end(), isPart);
        if (begin != at)
            readWord({&*begin, static_cast<std::size_t>(at - begin)}, result, numbers);
    }
    return result;
}

const ClaudeEffort *claudeEffort(std::string_view word)
{
    const auto row = std::find_if(efforts.begin(), efforts.end(), [&](const ClaudeEffort &each) { return each.word == word; });
    return row == efforts.end() ? nullptr : &*row;
}

std::string_view adaptiveEffort(const ClaudeEffort &effort, const ModelFacts &facts)
{
    const bool isKnown = (effort.adaptive != "xhigh" || facts.supports(Capability::EffortXhigh).value_or(false))
        && (effort.adaptive != "max" || facts.supports(Capability::EffortMax).value_or(true));
    return isKnown ? effort.adaptive : "high";
}

} // namespace gatehouse::translate
