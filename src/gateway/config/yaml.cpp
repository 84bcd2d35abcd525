// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/yaml.h"

#include "gateway/config/scalar.h"
#include "gateway/config/text_check.h"
#include "gateway/config/tree_builder.h"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

namespace gatehouse::config {

namespace {

Diagnostic parserError(const YAML::Exception &exception, const std::string &file)
{
    Mark where {file, 0, 0};
    if (!exception.mark.is_null())
        where = {file, exception.mark.line + 1, exception.mark.column + 1};
    // The reader quotes what it stumbled over only for anchors and escapes, never values.
    return {Diagnostic::Level::Error, where,
        "this is not valid YAML: " + exception.msg + "; look at the indentation and quotes here and on the line above"};
}

} // namespace

Value readYaml(const std::string &text, const std::string &file, std::vector<Diagnostic> &diagnostics)
{
    const auto fail = [&](Diagnostic diagnostic) {
        diagnostics.push_back(std::move(diagnostic));
        return Value();
    };
    if (text.size() > fileLimit)
        return fail({Diagnostic::Level::Error, {file, 0, 0}, "the file is larger than 16 MiB; split it with 'include'"});
    if (const auto bad = findBadByte(text))
        return fail({Diagnostic::Level::Error, {file, bad->line, bad->column}, bad->reason});

    TreeBuilder builder(file, diagnostics);
    try {
        std::istringstream stream(text);
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
        if (!builder.hasFailed() && parser.HandleNextDocument(builder))
            builder.refuseSecondDocument();
    } catch (const YAML::Exception &exception) {
        return builder.hasFailed() ? Value() : fail(parserError(exception, file));
    } catch (const std::exception &) {
        return fail({Diagnostic::Level::Error, {file, 0, 0}, "this cannot be read as YAML"});
    }
    return builder.hasFailed() ? Value() : builder.root();
}

} // namespace gatehouse::config
