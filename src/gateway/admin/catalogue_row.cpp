// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/catalogue_row.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/spend_question.h"
#include "gateway/catalogue/fields.h"
#include "gateway/catalogue/names.h"
#include "gateway/core/number_from.h"

#include <algorithm>
#include <array>
#include <map>

namespace gatehouse::admin {

namespace {

using catalogue::Entry;
using providers::Provider;
using wire::JsonWriter;

struct PriceMember {
    const char *name;
    Charge charge;
};
constexpr std::array priceMembers {
    PriceMember {"input_cost_per_million", Charge::Input},
    PriceMember {"output_cost_per_million", Charge::Output},
    PriceMember {"cache_read_cost_per_million", Charge::CachedRead},
};

void writeCapabilities(JsonWriter &json, const Capabilities &capabilities)
{
    constexpr std::string_view prefix = "supports_";
    json.key("capabilities").beginArray();
    for (const catalogue::CapabilityName &each : catalogue::capabilityNames()) {
        if (capabilities.find(each.capability).value_or(false))
            json.string(each.name.substr(prefix.size()));
    }
    json.endArray();
}

void writeEntry(JsonWriter &json, const Entry &entry, const Provider &row)
{
    const std::string model = modelName(entry, row);
    json.beginObject().key("id").string(std::string_view(model).substr(row.name.size() + 1));
    json.key("provider").string(row.name).key("model").string(model);
    json.key("mode").stringOrNull(entry.facts.mode);
    writeLimits(json, &entry);
    writeCapabilities(json, entry.facts.capabilities);
    json.key("deprecation_date").stringOrNull(entry.deprecation);
    json.key("source").stringOrNull(entry.source);
    json.key("date").stringOrNull(entry.date);
    json.endObject();
}

/// What is looked for.
struct Wanted {
    std::string provider, mode;
    std::vector<std::string> words; ///< small letters
    std::size_t offset = 0, limit = 100;
};

std::vector<std::string> wordsIn(const std::string &text)
{
    std::vector<std::string> words;
    std::size_t begin = 0;
    for (std::size_t end = 0; end != text.npos; begin = end + 1) {
        end = text.find(' ', begin);
        if (std::string word = wire::lowered(text.substr(begin, end == text.npos ? end : end - begin)); !word.empty())
            words.push_back(std::move(word));
    }
    return words;
}

Result<> readNumber(
    const wire::Request &request, const char *name, std::pair<std::size_t, std::size_t> range, std::size_t &number)
{
    const std::string text = request.queryValue(name);
    if (text.empty())
        return {};
    const auto said = numberFrom<std::size_t>(text);
    if (said && *said >= range.first && *said <= range.second) {
        number = *said;
        return {};
    }
    return Failure {Error {Fault::InvalidRequest,
        std::string(name) + " must be a whole number from " + std::to_string(range.first) + " to " + std::to_string(range.second),
        0, {}, name}};
}

Result<Wanted> wantedBy(const wire::Request &request)
{
    constexpr std::size_t most = 5000, furthest = 1'000'000;
    Wanted wanted {request.queryValue("provider"), request.queryValue("mode"), wordsIn(request.queryValue("q"))};
    if (auto read = readNumber(request, "limit", {1, most}, wanted.limit); !read)
        return Failure {read.error()};
    if (auto read = readNumber(request, "offset", {0, furthest}, wanted.offset); !read)
        return Failure {read.error()};
    return wanted;
}

bool isWanted(const Entry &entry, const Provider &row, const Wanted &wanted)
{
    if (!wanted.provider.empty() && row.name != wanted.provider && !catalogue::isSameProvider(row.name, wanted.provider))
        return false;
    if (!wanted.mode.empty() && entry.facts.mode != wanted.mode)
        return false;
    const std::string name = wanted.words.empty() ? std::string() : wire::lowered(modelName(entry, row));
    return std::all_of(
        wanted.words.begin(), wanted.words.end(), [&name](const std::string &word) { return name.find(word) != name.npos; });
}

} // namespace

void writeLimits(JsonWriter &json, const Entry *entry)
{
    json.key("max_input_tokens").countOrNull(entry ? entry->facts.maxInputTokens : 0);
    json.key("max_output_tokens").countOrNull(entry ? entry->facts.maxOutputTokens : 0);
    for (const PriceMember &member : priceMembers) {
        const auto price = entry ? entry->prices.find({member.charge}) : std::nullopt;
        json.key(member.name);
        if (price) // a femto-dollar a token is a nano-dollar a million tokens
            json.raw(dollars(Money {price->femtoDollars}));
        else
            json.null();
    }
}

const Provider *servedBy(std::string_view listed)
{
    const Provider *first = nullptr;
    for (const Provider &row : providers::table()) {
        if (row.operations.empty())
            continue;
        if (row.name == listed)
            return &row;
        if (!first && catalogue::isSameProvider(listed, row.name))
            first = &row;
    }
    return first;
}

std::string modelName(const Entry &entry, const Provider &row)
{
    const std::string prefix = std::string(row.name) + "/";
    return entry.name.starts_with(prefix) ? entry.name : prefix + entry.name;
}

void listCatalogue(pipeline::Context &context, pipeline::Inbound inbound)
{
    const auto wanted = wantedBy(inbound.request);
    if (!wanted)
        return answerError(inbound, wanted.error());
    std::map<std::string, const Provider *, std::less<>> rows; // a table has few providers and many models
    std::int64_t total = 0;
    std::size_t matched = 0;
    JsonWriter json;
    json.beginObject().key("models").beginArray();
    for (const Entry &entry : context.snapshot->catalogue.entries()) {
        auto row = rows.find(entry.provider);
        if (row == rows.end())
            row = rows.emplace(entry.provider, servedBy(entry.provider)).first;
        if (!row->second)
            continue;
        ++total;
        if (!isWanted(entry, *row->second, *wanted))
            continue;
        if (matched >= wanted->offset && matched < wanted->offset + wanted->limit)
            writeEntry(json, entry, *row->second);
        ++matched;
    }
    json.endArray().key("total").number(total).key("matched").number(static_cast<std::int64_t>(matched));
    answerJson(inbound, json.endObject().take());
}

} // namespace gatehouse::admin
