// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/environment.h"

#include "gateway/config/lookup.h"
#include "gateway/config/text_check.h"

#include <array>
#include <cstdlib>
#include <map>

namespace gatehouse::config {

namespace {

struct Prefix {
    std::string_view text;
    Reference::Kind kind;
};
constexpr std::array<Prefix, 4> prefixes {{{"os.environ/", Reference::Kind::Variable}, {"keychain/", Reference::Kind::Keychain},
    {"secret://", Reference::Kind::Keychain}, {"file/", Reference::Kind::File}}};

} // namespace

Environment processEnvironment()
{
    return [](const std::string &name) -> std::optional<std::string> {
        const char *value = std::getenv(name.c_str());
        return value && isUtf8(value) ? std::optional<std::string>(value) : std::nullopt;
    };
}

Reference referenceIn(const Value &value)
{
    if (value.kind() != Value::Kind::String)
        return {};
    const std::string text = value.asString();
    for (const Prefix &prefix : prefixes) {
        if (text.starts_with(prefix.text))
            return {prefix.kind, text.substr(prefix.text.size())};
    }
    return {};
}

Environment withVariables(Lookup &lookup, const Value &section)
{
    std::map<std::string, std::string> variables;
    for (const auto &[name, value] : section.entries()) {
        if (const Reference reference = referenceIn(value); reference.kind != Reference::Kind::None) {
            if (const Found found = lookup.find(reference); found.text)
                variables.insert_or_assign(name, found.text->reveal());
        } else if (!value.isNull() && value.items().empty() && value.entries().empty()) {
            variables.insert_or_assign(name, value.asString());
        }
    }
    return [outer = lookup.environment(), variables = std::move(variables)](const std::string &name) {
        const auto known = variables.find(name);
        return known != variables.end() ? std::optional<std::string>(known->second) : outer(name);
    };
}

} // namespace gatehouse::config
