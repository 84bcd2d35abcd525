// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/demo.h"

#include "demo_text.h"

#include <array>

namespace gatehouse::config {

namespace {

struct DemoProvider {
    std::string_view prefix;
    std::string_view variable;
};
constexpr std::array providers {DemoProvider {"openai", "OPENAI_API_KEY"}, DemoProvider {"anthropic", "ANTHROPIC_API_KEY"}};

/// Where the entries of model_list may be added to.
constexpr std::string_view marker = "  # (providers)\n";

std::string entryFor(const DemoProvider &provider)
{
    const std::string group = std::string(provider.prefix) + "/*";
    return "  - model_name: \"" + group + "\"\n    litellm_params:\n      model: \"" + group + "\"\n      api_key: os.environ/"
        + std::string(provider.variable) + "\n";
}

} // namespace

std::string demoYaml(const Environment &environment)
{
    std::string entries;
    for (const DemoProvider &provider : providers) {
        const auto key = environment(std::string(provider.variable));
        if (key && !key->empty())
            entries += entryFor(provider);
    }
    std::string text(demoText);
    if (const std::size_t place = text.find(marker); place != text.npos)
        text.replace(place, marker.size(), entries);
    return text;
}

} // namespace gatehouse::config
