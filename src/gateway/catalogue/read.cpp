// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/catalogue/catalogue.h"
#include "gateway/catalogue/fields.h"

#include <simdjson.h>

#include <array>
#include <utility>

namespace gatehouse::catalogue {

namespace {

namespace ondemand = simdjson::ondemand;
using ondemand::json_type;

/// Reads the members of one entry. What it does not know it passes over; a price that is none is an error, because a bill would
/// be made of it.
class EntryReader
{
public:
    explicit EntryReader(Entry &entry)
        : m_entry(entry)
    {
    }

    simdjson::error_code read(ondemand::object object);
    /// Which member is no price, if that was it.
    const std::string &complaint() const { return m_complaint; }

private:
    simdjson::error_code member(std::string_view name, ondemand::value value);
    simdjson::error_code price(PriceKey key, std::string_view name, ondemand::value value);
    simdjson::error_code searches(ondemand::object object);
    simdjson::error_code bands(ondemand::array list);
    simdjson::error_code band(ondemand::object object);
    simdjson::error_code text(std::string &place, ondemand::value value);
    simdjson::error_code count(std::int64_t &place, ondemand::value value);

    Entry &m_entry;
    std::string m_complaint;
};

// Where a value of another kind would do no harm, it is passed over: the map's authors write text into numbers' places.
bool isOf(ondemand::value &value, json_type wanted)
{
    json_type type {};
    return !value.type().get(type) && type == wanted;
}

simdjson::error_code EntryReader::read(ondemand::object object)
{
    for (auto field : object) {
        std::string_view name;
        ondemand::value value;
        if (const auto error = field.unescaped_key().get(name))
            return error;
        const std::string kept(name); // the parser's buffer is used again by the value
        if (const auto error = field.value().get(value))
            return error;
        if (const auto error = value.type().error()) // no JSON value at all
            return error;
        if (const auto error = member(kept, value))
            return error;
    }
    return simdjson::SUCCESS;
}

simdjson::error_code EntryReader::member(std::string_view name, ondemand::value value)
{
    ModelFacts &facts = m_entry.facts;
    const std::array<std::pair<std::string_view, std::string *>, 5> texts {{{"litellm_provider", &m_entry.provider},
        {"mode", &facts.mode}, {"source", &m_entry.source}, {"date", &m_entry.date}, {"deprecation_date", &m_entry.deprecation}}};
    for (const auto &[known, place] : texts) {
        if (known == name)
            return text(*place, value);
    }
    const std::array<std::pair<std::string_view, std::int64_t *>, 4> counts {
        {{"max_tokens", &facts.maxTokens}, {"max_input_tokens", &facts.maxInputTokens},
            {"max_output_tokens", &facts.maxOutputTokens}, {"output_vector_size", &facts.outputVectorSize}}};
    for (const auto &[known, place] : counts) {
        if (known == name)
            return count(*place, value);
    }
    if (const auto known = capability(name); known && isOf(value, json_type::boolean))
        facts.capabilities.set(*known, value.get_bool().value_unsafe());
    if (const auto key = priceKey(name))
        return price(*key, name, value);
    if (name == "search_context_cost_per_query" && isOf(value, json_type::object))
        return searches(value.get_object().value_unsafe());
    if (name == "tiered_pricing" && isOf(value, json_type::array))
        return bands(value.get_array().value_unsafe());
    return simdjson::SUCCESS;
}

simdjson::error_code EntryReader::price(PriceKey key, std::string_view name, ondemand::value value)
{
    if (isOf(value, json_type::null))
        return simdjson::SUCCESS;
    std::string_view written = value.raw_json_token();
    written = written.substr(0, written.find_first_of(" \t\r\n,]}"));
    const auto price = priceFrom(written);
    if (price)
        m_entry.prices.set(key, *price);
    else
        m_complaint = "the " + std::string(name) + " of '" + m_entry.name + "' is no price in dollars";
    return price ? simdjson::SUCCESS : simdjson::NUMBER_ERROR;
}

simdjson::error_code EntryReader::searches(ondemand::object object)
{
    return read(object); // its members are prices with names of their own
}

simdjson::error_code EntryReader::bands(ondemand::array list)
{
    for (auto item : list) {
        ondemand::value value;
        if (const auto error = item.get(value))
            return error;
        if (!isOf(value, json_type::object))
            continue;
        if (const auto error = band(value.get_object().value_unsafe()))
            return error;
    }
    return simdjson::SUCCESS;
}

// {"range": [128000, 256000], "input_cost_per_token": …}: the prices of prompts that are longer than the first number.
simdjson::error_code EntryReader::band(ondemand::object object)
{
    Entry read {m_entry.name, {}, {}, {}, {}, {}};
    EntryReader reader(read);
    std::int64_t begin = -1;
    for (auto field : object) {
        std::string_view name;
        ondemand::value value;
        if (const auto error = field.unescaped_key().get(name))
            return error;
        const std::string kept(name);
        if (const auto error = field.value().get(value))
            return error;
        if (kept == "range" && isOf(value, json_type::array)) {
            ondemand::value first;
            if (const auto error = value.get_array().value_unsafe().at(0).get(first))
                return error == simdjson::INDEX_OUT_OF_BOUNDS ? simdjson::SUCCESS : error;
            if (const auto error = count(begin, first))
                return error;
        } else if (const auto error = reader.member(kept, value)) {
            m_complaint = reader.complaint();
            return error;
        }
    }
    for (auto [key, price] : read.prices.rows()) {
        key.aboveTokens = static_cast<std::uint32_t>(begin);
        if (begin >= 0)
            m_entry.prices.set(key, price);
    }
    return simdjson::SUCCESS;
}

simdjson::error_code EntryReader::text(std::string &place, ondemand::value value)
{
    std::string_view text;
    if (!isOf(value, json_type::string))
        return simdjson::SUCCESS;
    if (const auto error = value.get_string().get(text))
        return error;
    place = text;
    return simdjson::SUCCESS;
}

simdjson::error_code EntryReader::count(std::int64_t &place, ondemand::value value)
{
    constexpr double most = 4e9;
    double number = 0;
    if (!isOf(value, json_type::number))
        return simdjson::SUCCESS;
    if (const auto error = value.get_double().get(number))
        return error;
    if (number >= 0 && number <= most)
        place = static_cast<std::int64_t>(number);
    return simdjson::SUCCESS;
}

Failure<Error> broken(const std::string &why)
{
    return {Error {Fault::InvalidRequest, why}};
}

} // namespace

Result<std::vector<Entry>> entriesFrom(std::string json)
{
    json.reserve(json.size() + simdjson::SIMDJSON_PADDING);
    ondemand::parser parser; // not kept: it is larger than the text
    ondemand::document document;
    ondemand::object object;
    if (const auto error = parser.iterate(json.data(), json.size(), json.capacity()).get(document))
        return broken(simdjson::error_message(error));
    if (const auto error = document.get_object().get(object))
        return broken(simdjson::error_message(error));
    std::vector<Entry> entries;
    for (auto field : object) {
        std::string_view name;
        ondemand::object members;
        if (const auto error = field.unescaped_key().get(name))
            return broken(simdjson::error_message(error));
        Entry entry;
        entry.name = name;
        if (const auto error = field.value().get_object().get(members))
            return broken("'" + entry.name + "': " + simdjson::error_message(error));
        EntryReader reader(entry);
        if (const auto error = reader.read(members))
            return broken(
                reader.complaint().empty() ? "'" + entry.name + "': " + simdjson::error_message(error) : reader.complaint());
        if (entry.name != "sample_spec") // LiteLLM's documentation of its own format
            entries.push_back(std::move(entry));
    }
    const char *rest = nullptr;
    if (!document.current_location().get(rest)) // a place exists only where something follows
        return broken("there is more behind the end of the object");
    return entries;
}

} // namespace gatehouse::catalogue
