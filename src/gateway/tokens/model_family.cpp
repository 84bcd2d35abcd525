// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/tokens/model_family.h"

#include <algorithm>
#include <array>
#include <string>

namespace gatehouse::tokens {

namespace {

struct Row {
    std::string_view start; ///< what the bare name begins with
    Family family;
    bool wholeWord = false; ///< ends there, or goes on with something that is neither letter nor digit
};

// The first that fits counts. OpenAI's own list of models and encodings (tiktoken, model.py), and the names it gave since.
constexpr std::array openAiModels {
    Row {"gpt-4o", Family::O200k},
    Row {"gpt-4.1", Family::O200k},
    Row {"gpt-4.5", Family::O200k},
    Row {"gpt-5", Family::O200k},
    Row {"gpt-oss", Family::O200k},
    Row {"gpt-audio", Family::O200k},
    Row {"gpt-realtime", Family::O200k},
    Row {"chatgpt-4o", Family::O200k},
    Row {"codex-mini", Family::O200k},
    Row {"computer-use-preview", Family::O200k},
    Row {"o1", Family::O200k, true},
    Row {"o3", Family::O200k, true},
    Row {"o4", Family::O200k, true},
    Row {"gpt-4", Family::Cl100k, true},
    Row {"gpt-3.5", Family::Cl100k},
    Row {"gpt-35", Family::Cl100k},
    Row {"text-embedding-3", Family::Cl100k},
    Row {"text-embedding-ada-002", Family::Cl100k},
    Row {"davinci-002", Family::Cl100k},
    Row {"babbage-002", Family::Cl100k},
};

// Words anywhere in the name; the first that fits counts: "deepseek-r1-distill-llama-70b" reads with Llama's tokenizer.
constexpr std::array otherModels {
    Row {"claude", Family::Claude},
    Row {"gemini", Family::Gemini},
    Row {"gemma", Family::Gemini},
    Row {"llama", Family::Llama},
    Row {"qwen", Family::Qwen},
    Row {"qwq", Family::Qwen},
    Row {"deepseek", Family::DeepSeek},
    Row {"mistral", Family::Mistral},
    Row {"mixtral", Family::Mistral},
    Row {"ministral", Family::Mistral},
    Row {"codestral", Family::Mistral},
    Row {"devstral", Family::Mistral},
    Row {"magistral", Family::Mistral},
    Row {"pixtral", Family::Mistral},
    Row {"voxtral", Family::Mistral},
    Row {"command-", Family::Cohere},
    Row {"aya-", Family::Cohere},
};

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 'a' - 'A') : c;
}

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// "azure/GPT-4o", "openai.gpt-oss-120b-1:0", "ft:o1-mini:org::id" → "gpt-…", in lower case.
std::string bareName(std::string_view model)
{
    std::string name(model.substr(model.rfind('/') + 1));
    std::transform(name.begin(), name.end(), name.begin(), lower);
    for (const std::string_view prefix : {"ft:", "openai.", "openai-"}) {
        if (name.rfind(prefix, 0) == 0)
            name.erase(0, prefix.size());
    }
    // Azure's deployments have their owners' names: "prod-gpt-4o-eu".
    const std::size_t gpt = name.find("gpt-");
    return gpt != std::string::npos && gpt > 0 && !isWordCharacter(name[gpt - 1]) ? name.substr(gpt) : name;
}

bool begins(const std::string &name, const Row &row)
{
    if (name.rfind(row.start, 0) != 0)
        return false;
    return !row.wholeWord || name.size() == row.start.size() || !isWordCharacter(name[row.start.size()]);
}

} // namespace

Family familyOf(std::string_view model)
{
    const std::string name = bareName(model);
    for (const Row &row : openAiModels) {
        if (begins(name, row))
            return row.family;
    }
    for (const Row &row : otherModels) {
        if (name.find(row.start) != std::string::npos)
            return row.family;
    }
    return Family::Other;
}

} // namespace gatehouse::tokens
