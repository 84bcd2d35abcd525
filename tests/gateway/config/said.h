// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"

#include <QByteArray>
#include <QString>

#include <map>

/// Helpers of the configuration's tests: an environment made of a map, and what a configuration said.
namespace said {

using gatehouse::config::Config;
using gatehouse::config::Diagnostic;
using gatehouse::config::Environment;

inline Environment environment(std::map<std::string, std::string> variables = {})
{
    return [variables = std::move(variables)](const std::string &name) -> std::optional<std::string> {
        const auto known = variables.find(name);
        return known == variables.end() ? std::nullopt : std::optional(known->second);
    };
}

inline Config read(const std::string &text, std::map<std::string, std::string> variables = {})
{
    return gatehouse::config::parse(text, "config.yaml", environment(std::move(variables)));
}

/// The whole report, for messages of failing tests.
inline QByteArray all(const Config &config)
{
    return QByteArray::fromStdString(gatehouse::config::report(config));
}

/// The lines of the report that hold \a part.
inline int count(const Config &config, const std::string &part)
{
    int number = 0;
    for (const Diagnostic &diagnostic : config.diagnostics)
        number += toString(diagnostic).find(part) != std::string::npos ? 1 : 0;
    return number;
}

inline bool has(const Config &config, const std::string &part)
{
    return count(config, part) > 0;
}

} // namespace said
