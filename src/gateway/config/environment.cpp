// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/environment.h"

#include "gateway/config/text_check.h"

#include <cstdlib>
#include <map>

namespace gatehouse::config {

namespace {

constexpr std::string_view environmentPrefix = "os.environ/";
constexpr std::string_view keychainPrefix = "secret://";

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
    if (text.starts_with(environmentPrefix))
        return {Reference::Kind::Variable, text.substr(environmentPrefix.size())};
    if (text.starts_with(keychainPrefix))
        return {Reference::Kind::Keychain, text.substr(keychainPrefix.size())};
    return {};
}

Environment withVariables(const Environment &outer, const Value &section)
{
    std::map<std::string, std::string> variables;
    for (const auto &[name, value] : section.entries()) {
        const Reference reference = referenceIn(value);
        if (reference.kind == Reference::Kind::Variable) {
            if (const auto text = outer(reference.name))
                variables.insert_or_assign(name, *text);
        } else if (reference.kind == Reference::Kind::None && !value.isNull() && value.items().empty()
            && value.entries().empty()) {
            variables.insert_or_assign(name, value.asString());
        }
    }
    return [outer, variables = std::move(variables)](const std::string &name) {
        const auto known = variables.find(name);
        return known != variables.end() ? std::optional<std::string>(known->second) : outer(name);
    };
}

} // namespace gatehouse::config
