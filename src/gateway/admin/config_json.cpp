// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/config_json.h"

#include "gateway/config/diff.h"
#include "gateway/config/text_check.h"
#include "gateway/config/yaml.h"
#include "gateway/translate/translate.h"
#include "gateway/wire/json_writer.h"

#include <array>

namespace gatehouse::admin {

namespace {

using config::Diagnostic;
using config::Diff;

std::string_view wordFor(Diff::Kind kind)
{
    switch (kind) {
    case Diff::Kind::Removed: return "removed";
    case Diff::Kind::Added: return "added";
    case Diff::Kind::Same: break;
    }
    return "same";
}

std::string_view wordFor(Diagnostic::Level level)
{
    switch (level) {
    case Diagnostic::Level::Error: return "error";
    case Diagnostic::Level::Warning: return "warning";
    case Diagnostic::Level::Note: break;
    }
    return "note";
}

void writeLine(wire::JsonWriter &json, const Diff::Line &line)
{
    std::string_view text = line.text;
    const bool isWhole = text.ends_with('\n');
    text.remove_suffix(isWhole ? 1 : 0);
    const bool hasReturn = isWhole && text.ends_with('\r');
    text.remove_suffix(hasReturn ? 1 : 0);
    json.beginObject().key("kind").string(wordFor(line.kind));
    json.key("old").countOrNull(static_cast<std::int64_t>(line.before));
    json.key("new").countOrNull(static_cast<std::int64_t>(line.after));
    json.key("text").string(asUtf8(text));
    if (!isWhole || hasReturn)
        json.key("end").string(hasReturn ? "crlf" : "none");
    json.endObject();
}

void writeHunk(wire::JsonWriter &json, const Diff::Hunk &hunk)
{
    const auto number = [&](std::string_view name, std::size_t value) {
        json.key(name).number(static_cast<std::int64_t>(value));
    };
    json.beginObject();
    number("old_start", hunk.beforeStart);
    number("old_lines", hunk.beforeLines);
    number("new_start", hunk.afterStart);
    number("new_lines", hunk.afterLines);
    json.key("lines").beginArray();
    for (const Diff::Line &line : hunk.lines)
        writeLine(json, line);
    json.endArray().endObject();
}

void writeProblem(wire::JsonWriter &json, const Diagnostic &said, const config::Value &root, const std::string &name)
{
    const config::Path path = config::pathAt(root, said.where);
    json.beginObject().key("severity").string(wordFor(said.level)).key("message").string(asUtf8(said.message));
    json.key("line").countOrNull(said.where.line);
    json.key("column").countOrNull(said.where.column);
    json.key("path").raw(path.empty() ? "null" : config::pathJson(path));
    json.key("file").stringOrNull(said.where.file == name ? std::string() : asUtf8(said.where.file));
    json.endObject();
}

std::string_view typeOf(int status)
{
    switch (status) {
    case 403: return "permission_error";
    case 404: return "not_found_error";
    case 409: return "conflict";
    case 422: return "invalid_config";
    default: return status >= 500 ? "internal_server_error" : "invalid_request_error";
    }
}

} // namespace

std::string asUtf8(std::string_view text)
{
    if (config::isUtf8(text))
        return std::string(text);
    std::string result;
    while (!text.empty()) {
        const std::size_t length = config::utf8Length(text);
        result += length == 0 ? std::string_view("\xEF\xBF\xBD") : text.substr(0, length);
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return result;
}

std::string diffJson(std::string_view before, std::string_view after)
{
    const Diff diff = config::diff(before, after);
    wire::JsonWriter json;
    json.beginObject().key("added").number(static_cast<std::int64_t>(diff.added));
    json.key("removed").number(static_cast<std::int64_t>(diff.removed)).key("hunks").beginArray();
    for (const Diff::Hunk &hunk : diff.hunks)
        writeHunk(json, hunk);
    return json.endArray().endObject().take();
}

std::string problemsJson(std::span<const Diagnostic> said, const std::string &text, const std::string &name)
{
    std::vector<Diagnostic> ignored;
    const config::Value root = said.empty() ? config::Value() : config::readYaml(text, name, ignored);
    wire::JsonWriter json;
    json.beginArray();
    for (const Diagnostic &each : said)
        writeProblem(json, each, root, name);
    return json.endArray().take();
}

std::string listJson(std::span<const std::string> words)
{
    wire::JsonWriter json;
    json.beginArray();
    for (const std::string &word : words)
        json.string(word);
    return json.endArray().take();
}

config::FileAnswer refused(int status, const std::string &message, const std::string &param, const std::string &members)
{
    const Error error {Fault::InvalidRequest, message, status, std::string(typeOf(status)), param};
    std::string json = translate::errorBody(error, Dialect::OpenAiChat);
    if (!members.empty())
        json.insert(json.size() - 1, "," + members);
    return {status, std::move(json)};
}

} // namespace gatehouse::admin
