// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/wire/json_object.h"

#include <algorithm>

#include <simdjson.h>

namespace gatehouse::wire {

namespace {

namespace ondemand = simdjson::ondemand;

// One parser a thread: its buffers grow to the largest body seen and are reused, which is most of its speed.
ondemand::parser &parser()
{
    thread_local ondemand::parser instance;
    return instance;
}

std::string_view trimmedRight(std::string_view text)
{
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\r' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

simdjson::error_code isNull(ondemand::value value)
{
    bool null = false;
    if (const auto error = value.is_null().get(null))
        return error;
    return null ? simdjson::SUCCESS : simdjson::N_ATOM_ERROR;
}

// Visits every token below \a value, so that nonsense deep inside a body is refused here and not by a provider.
// Strings are only measured, not decoded: their bytes were checked as UTF-8 when the text was indexed.
simdjson::error_code visit(ondemand::value value, int depth)
{
    constexpr int maxDepth = 1000; // below simdjson's own, which a debug build asserts
    if (depth > maxDepth)
        return simdjson::DEPTH_ERROR;
    ondemand::json_type type;
    if (const auto error = value.type().get(type))
        return error;
    switch (type) {
    case ondemand::json_type::object: {
        ondemand::object object;
        if (const auto error = value.get_object().get(object))
            return error;
        for (auto field : object) {
            ondemand::value member;
            if (const auto error = field.value().get(member))
                return error;
            if (const auto error = visit(member, depth + 1))
                return error;
        }
        return simdjson::SUCCESS;
    }
    case ondemand::json_type::array: {
        ondemand::array array;
        if (const auto error = value.get_array().get(array))
            return error;
        for (auto element : array) {
            ondemand::value item;
            if (const auto error = std::move(element).get(item))
                return error;
            if (const auto error = visit(item, depth + 1))
                return error;
        }
        return simdjson::SUCCESS;
    }
    case ondemand::json_type::number: {
        double number;
        return value.get_double().get(number);
    }
    case ondemand::json_type::boolean: {
        bool flag;
        return value.get_bool().get(flag);
    }
    case ondemand::json_type::null: return isNull(value);
    case ondemand::json_type::string: {
        ondemand::raw_json_string string;
        return value.get_raw_json_string().get(string);
    }
    }
    return simdjson::TAPE_ERROR;
}

Failure<Error> invalid(std::string_view text, simdjson::error_code code, std::size_t at)
{
    at = std::min(at, text.size());
    std::size_t line = 1, column = 1;
    for (std::size_t i = 0; i < at; ++i) {
        ++column;
        if (text[i] == '\n') {
            ++line;
            column = 1;
        }
    }
    std::string what;
    switch (code) {
    case simdjson::EMPTY:
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
    case simdjson::UNCLOSED_STRING: what = "unexpected end of data"; break;
    case simdjson::UTF8_ERROR: what = "the text is not valid UTF-8"; break;
    case simdjson::DEPTH_ERROR: what = "nested too deeply (at most 1000 levels)"; break;
    case simdjson::NUMBER_ERROR: what = "a number is malformed"; break;
    default: what = "malformed JSON"; break;
    }
    return {{Fault::InvalidRequest,
        "Invalid JSON payload: " + what + ": line " + std::to_string(line) + " column " + std::to_string(column) + " (char "
            + std::to_string(at) + ")",
        0, {}, "request_body", {}}};
}

} // namespace

Result<JsonObject> JsonObject::parse(std::string text)
{
    JsonObject result;
    result.m_text = std::move(text);
    result.m_text.reserve(result.m_text.size() + simdjson::SIMDJSON_PADDING);
    const std::string &body = result.m_text;
    const simdjson::padded_string_view view(body.data(), body.size(), body.capacity());

    ondemand::document document;
    const auto fail = [&](simdjson::error_code code) {
        std::size_t at = body.size();
        const char *location = nullptr;
        if (code != simdjson::INCOMPLETE_ARRAY_OR_OBJECT && code != simdjson::EMPTY && code != simdjson::UNCLOSED_STRING
            && code != simdjson::UTF8_ERROR && !document.current_location().get(location) && location >= body.data()
            && location <= body.data() + body.size())
            at = static_cast<std::size_t>(location - body.data());
        return invalid(body, code, at);
    };

    // The parser's own error comes before there is a document to ask for a place.
    if (const auto error = parser().iterate(view).get(document))
        return invalid(body, error, error == simdjson::UTF8_ERROR ? 0 : body.size());
    ondemand::json_type type;
    if (!document.type().get(type) && type != ondemand::json_type::object)
        return Failure {
            Error {Fault::InvalidRequest, "Invalid JSON payload: the body must be a JSON object", 0, {}, "request_body"}};
    ondemand::object object;
    if (const auto error = document.get_object().get(object))
        return fail(error);
    constexpr std::size_t usual = 8; // members of a call or an answer
    result.m_spans.reserve(usual);
    for (auto field : object) {
        ondemand::raw_json_string key;
        if (const auto error = field.key().get(key))
            return fail(error);
        ondemand::value value;
        if (const auto error = field.value().get(value))
            return fail(error);
        const char *nameBegin = key.raw();
        const char *nameEnd = nameBegin;
        while (*nameEnd != '"')
            nameEnd += *nameEnd == '\\' ? 2 : 1;
        const std::string_view token = value.raw_json_token();
        if (const auto error = visit(value, 1))
            return fail(error);
        const char *end = nullptr;
        if (const auto error = document.current_location().get(end))
            return fail(error);
        const std::string_view raw = trimmedRight({token.data(), static_cast<std::size_t>(end - token.data())});
        result.m_spans.push_back(
            {static_cast<std::uint32_t>(nameBegin - body.data()), static_cast<std::uint32_t>(nameEnd - nameBegin),
                static_cast<std::uint32_t>(raw.data() - body.data()), static_cast<std::uint32_t>(raw.size())});
    }
    const char *rest = nullptr;
    if (!document.current_location().get(rest)) // a place exists only where something follows
        return fail(simdjson::TRAILING_CONTENT);
    return result;
}

JsonObject::Member JsonObject::at(std::size_t index) const
{
    const Span &span = m_spans[index];
    const std::string_view text = m_text;
    return {text.substr(span.nameBegin, span.nameSize), text.substr(span.rawBegin, span.rawSize)};
}

std::string_view JsonObject::find(std::string_view name) const
{
    // An entry of the journal has sixty members and is asked for most of them: what is not meant is passed by in a few steps.
    for (auto span = m_spans.rbegin(); span != m_spans.rend(); ++span) {
        if (std::string_view(m_text.data() + span->nameBegin, span->nameSize) == name)
            return {m_text.data() + span->rawBegin, span->rawSize};
    }
    return {};
}

namespace {

simdjson::dom::parser &scalarParser()
{
    thread_local simdjson::dom::parser instance;
    return instance;
}

} // namespace

std::optional<std::string> jsonString(std::string_view raw)
{
    if (raw.size() < 2 || raw.front() != '"')
        return std::nullopt;
    if (raw.find('\\') == std::string_view::npos)
        return std::string(raw.substr(1, raw.size() - 2));
    std::string_view value;
    if (scalarParser().parse(raw.data(), raw.size()).get_string().get(value))
        return std::nullopt;
    return std::string(value);
}

std::optional<bool> jsonBool(std::string_view raw)
{
    if (raw == "true")
        return true;
    if (raw == "false")
        return false;
    return std::nullopt;
}

namespace {

// What nearly all numbers of a call are: so few digits that a double holds them, with a point or without. One division of two
// numbers that it holds is rounded as the parser would.
std::optional<double> shortDecimal(std::string_view raw)
{
    constexpr std::size_t longest = 15;
    if (raw.empty() || raw.size() > longest || (raw.size() > 1 && raw[0] == '0' && raw[1] != '.'))
        return std::nullopt;
    std::int64_t digits = 0, scale = 1;
    std::size_t point = raw.size();
    for (std::size_t at = 0; at < raw.size(); ++at) {
        const bool isPoint = raw[at] == '.' && point == raw.size() && at > 0 && at + 1 < raw.size();
        if (!isPoint && (raw[at] < '0' || raw[at] > '9'))
            return std::nullopt;
        if (isPoint)
            point = at;
        else
            digits = digits * 10 + (raw[at] - '0');
        scale *= at > point ? 10 : 1;
    }
    return static_cast<double>(digits) / static_cast<double>(scale);
}

} // namespace

std::optional<double> jsonNumber(std::string_view raw)
{
    if (const auto number = shortDecimal(raw))
        return number;
    double value = 0;
    if (jsonKind(raw) != 'n' || scalarParser().parse(raw.data(), raw.size()).get_double().get(value))
        return std::nullopt;
    return value;
}

std::optional<std::vector<std::string>> jsonStrings(std::string_view raw)
{
    simdjson::dom::array array;
    if (jsonKind(raw) != 'a' || scalarParser().parse(raw.data(), raw.size()).get_array().get(array))
        return std::nullopt;
    std::vector<std::string> result;
    for (const auto element : array) {
        std::string_view value;
        if (element.get_string().get(value))
            return std::nullopt;
        result.emplace_back(value);
    }
    return result;
}

char jsonKind(std::string_view raw)
{
    if (raw.empty())
        return '0';
    switch (raw.front()) {
    case '{': return 'o';
    case '[': return 'a';
    case '"': return 's';
    case 't':
    case 'f': return 'b';
    case 'n': return '0';
    default: return 'n';
    }
}

} // namespace gatehouse::wire
