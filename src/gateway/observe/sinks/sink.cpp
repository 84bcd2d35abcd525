// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/sink.h"

#include <charconv>
#include <cmath>
#include <cstdlib>

namespace gatehouse::observe::sinks {

bool Choice::operator==(const Choice &other) const
{
    const auto same = [](const Variables &a, const Variables &b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
            [](const auto &one, const auto &two) { return one.first == two.first && one.second.equals(two.second.reveal()); });
    };
    return name == other.name && kind == other.kind && onSuccess == other.onSuccess && onFailure == other.onFailure
        && hidesMessages == other.hidesMessages && same(variables, other.variables);
}

Secret Making::secret(std::string_view name) const
{
    const auto found = variables.find(name);
    return found == variables.end() ? Secret() : found->second;
}

std::string Making::text(std::string_view name, std::string_view otherwise) const
{
    const auto found = variables.find(name);
    return found == variables.end() || found->second.isEmpty() ? std::string(otherwise) : found->second.reveal();
}

std::chrono::milliseconds Making::seconds(std::string_view name, std::chrono::milliseconds otherwise) const
{
    constexpr double longest = 86'400;
    const std::string said = text(name);
    char *end = nullptr;
    const double value = std::strtod(said.c_str(), &end);
    if (said.empty() || *end != '\0' || !(value > 0) || value > longest)
        return otherwise;
    return std::chrono::milliseconds(std::max(1LL, std::llround(value * 1000)));
}

std::size_t Making::count(std::string_view name, std::size_t otherwise) const
{
    const std::string said = text(name);
    std::size_t value = 0;
    const auto read = std::from_chars(said.data(), said.data() + said.size(), value);
    return read.ec == std::errc() && read.ptr == said.data() + said.size() && value > 0 ? value : otherwise;
}

std::string withoutSlash(std::string text)
{
    while (text.ends_with('/'))
        text.pop_back();
    return text;
}

} // namespace gatehouse::observe::sinks
