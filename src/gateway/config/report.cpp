// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/report.h"

#include <algorithm>
#include <tuple>

namespace gatehouse::config {

namespace {

std::string_view wordFor(Diagnostic::Level level)
{
    switch (level) {
    case Diagnostic::Level::Error: return "error";
    case Diagnostic::Level::Warning: return "warning";
    case Diagnostic::Level::Note: return "note";
    }
    return "note";
}

std::string counted(const Config &config, Diagnostic::Level level)
{
    const auto count = std::count_if(
        config.diagnostics.begin(), config.diagnostics.end(), [level](const Diagnostic &d) { return d.level == level; });
    return std::to_string(count) + " " + std::string(wordFor(level)) + (count == 1 ? "" : "s");
}

} // namespace

std::string toString(const Diagnostic &diagnostic)
{
    std::string text = diagnostic.where.file;
    for (const int number : {diagnostic.where.line, diagnostic.where.column}) {
        if (diagnostic.where.line > 0)
            text += ":" + std::to_string(number);
    }
    if (!text.empty())
        text += ": ";
    return text.append(wordFor(diagnostic.level)).append(": ").append(diagnostic.message);
}

void sortByPlace(std::vector<Diagnostic> &diagnostics, const std::string &mainFile)
{
    const auto rank = [&](const Diagnostic &said) {
        return std::tuple(said.where.file != mainFile, said.where.file, said.where.line, said.where.column);
    };
    std::stable_sort(diagnostics.begin(), diagnostics.end(), [&](const auto &a, const auto &b) { return rank(a) < rank(b); });
}

std::string report(const Config &config)
{
    std::vector<Diagnostic> diagnostics = config.diagnostics;
    sortByPlace(diagnostics, config.root.mark().file);
    std::string text;
    for (const Diagnostic &diagnostic : diagnostics)
        text += toString(diagnostic) + "\n";
    using enum Diagnostic::Level;
    return text + counted(config, Error) + ", " + counted(config, Warning) + ", " + counted(config, Note) + "\n";
}

} // namespace gatehouse::config
