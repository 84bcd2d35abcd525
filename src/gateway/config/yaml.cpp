// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/yaml.h"

#include "gateway/config/scalar.h"
#include "gateway/config/text_check.h"
#include "gateway/config/tree_builder.h"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

namespace gatehouse::config {

namespace {

/// The reader's complaint as advice. It repeats the names of anchors, and "*hunter2" may be a password without its quotes.
std::string inWords(const std::string &complaint)
{
    if (complaint == YAML::ErrorMsg::END_OF_MAP)
        return "'key: value' is expected here; put a colon and a blank after the key, or mend the indentation";
    if (complaint == YAML::ErrorMsg::MAP_VALUE)
        return "a colon stands where none can be; put the text in quotes, or a colon and a blank behind the key on the line "
               "above";
    if (complaint == YAML::ErrorMsg::UNKNOWN_TOKEN)
        return "no text can begin like this; put it in quotes";
    if (complaint.starts_with(YAML::ErrorMsg::UNKNOWN_ANCHOR))
        return "there is no anchor of this name; define it above with &, or put text that begins with * in quotes";
    return complaint + "; look at the indentation and quotes here and on the line above";
}

int linesOf(std::string_view text)
{
    return static_cast<int>(std::count(text.begin(), text.end(), '\n')) + (text.ends_with('\n') ? 0 : 1);
}

Diagnostic parserError(const YAML::Exception &exception, const std::string &text, const TreeBuilder &builder)
{
    using namespace YAML::ErrorMsg;
    const Mark &last = builder.lastPlace();
    const bool isPastEnd = exception.mark.is_null() || exception.mark.line + 1 > linesOf(text);
    const Mark where = isPastEnd ? last : Mark {last.file, exception.mark.line + 1, exception.mark.column + 1};
    if (exception.msg == EOF_IN_SCALAR)
        return {Diagnostic::Level::Error, last, "a quote that opens here or just below is never closed; close it, or remove it"};
    if (isPastEnd && (exception.msg == END_OF_SEQ_FLOW || exception.msg == END_OF_MAP_FLOW))
        return {Diagnostic::Level::Error, last, "a bracket that opens here or above is never closed; close it, or remove it"};
    return {Diagnostic::Level::Error, where, "this is not valid YAML: " + inWords(exception.msg)};
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
        // yaml-cpp closes an open quote by itself at a line's end that ends the file, so the file ends with a comment instead.
        std::istringstream stream(text + "\n#");
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
        if (!builder.hasFailed() && parser.HandleNextDocument(builder))
            builder.refuseSecondDocument();
    } catch (const YAML::Exception &exception) {
        return builder.hasFailed() ? Value() : fail(parserError(exception, text, builder));
    } catch (const std::exception &) {
        return fail({Diagnostic::Level::Error, {file, 0, 0}, "this cannot be read as YAML"});
    }
    return builder.hasFailed() ? Value() : builder.root();
}

} // namespace gatehouse::config
