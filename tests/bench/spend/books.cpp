// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "books.h"

#include "gateway/store/booking.h"
#include "gateway/store/journal.h"
#include "gateway/wire/json_writer.h"

#include <chrono>
#include <cstdio>
#include <ctime>

namespace gatehouse::bench {

namespace {

constexpr std::int64_t keys = 200, users = 50, teams = 10, models = 8, providers = 4, customers = 500, tags = 10;

// Numbers that look like chance and are the same each time.
std::uint64_t mixed(std::uint64_t number)
{
    number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9ULL;
    number = (number ^ (number >> 27)) * 0x94d049bb133111ebULL;
    return number ^ (number >> 31);
}

std::string name(const char *kind, std::uint64_t number)
{
    return kind + std::to_string(number);
}

std::string hashOf(std::uint64_t key)
{
    char text[65];
    std::snprintf(text, sizeof text, "%016llx%016llx%016llx%016llx", static_cast<unsigned long long>(mixed(key + 1)),
        static_cast<unsigned long long>(mixed(key + 2)), static_cast<unsigned long long>(mixed(key + 3)),
        static_cast<unsigned long long>(mixed(key + 4)));
    return text;
}

void writeWho(wire::JsonWriter &json, std::uint64_t chance)
{
    const std::uint64_t key = chance % keys;
    const std::string hash = hashOf(key), user = name("user-", key % users), team = name("team-", key % teams);
    json.key("api_key").string(hash).key("key_alias").string(name("alias-", key)).key("user_id").string(user);
    json.key("team_id").string(team).key("team_alias").string(name("Team ", key % teams)).key("organization_id").string("org-1");
    if (chance % 3 == 0)
        json.key("end_user").string(name("customer-", mixed(chance) % customers));
    json.key("tags").beginArray().string(name("tag-", mixed(chance) % tags)).endArray();
    json.key("accounts").beginArray().string("key:" + hash).string("user:" + user).string("team:" + team).endArray();
}

void writeWhat(wire::JsonWriter &json, std::uint64_t chance)
{
    const std::uint64_t model = (chance % keys + (chance >> 20) % 4) % models; // each key uses four of them
    const std::int64_t input = 100 + static_cast<std::int64_t>((chance >> 8) % 4000),
                       output = 20 + static_cast<std::int64_t>((chance >> 24) % 800);
    json.key("call_type")
        .string("acompletion")
        .key("model")
        .string(name("model-", model))
        .key("model_group")
        .string(name("group-", model));
    json.key("model_id")
        .string(name("deployment-", model))
        .key("custom_llm_provider")
        .string(name("provider-", model % providers));
    json.key("path").string("/v1/chat/completions").key("prompt_tokens").number(input).key("completion_tokens").number(output);
    json.key("is_priced").number(std::int64_t(1)).key("spend_nanos").number(input * 2500 + output * 10'000);
    json.key("input_nanos").number(input * 2500).key("output_nanos").number(output * 10'000);
    json.key("price_lines").beginArray();
    json.beginArray().string("input").number(input).number(std::int64_t(2'500'000'000)).number(input * 2500).endArray();
    json.beginArray()
        .string("output")
        .number(output)
        .number(std::int64_t(10'000'000'000))
        .number(output * 10'000)
        .endArray()
        .endArray();
}

} // namespace

std::string entryOf(std::int64_t number, std::int64_t rows)
{
    constexpr std::int64_t second = 1'000'000, dayMicros = 86'400 * second;
    const std::uint64_t chance = mixed(static_cast<std::uint64_t>(number) + 77);
    const std::int64_t start = firstDay * dayMicros
        + static_cast<std::int64_t>(
            static_cast<double>(days * dayMicros - second) * static_cast<double>(number) / static_cast<double>(rows));
    const bool isFailed = chance % 20 == 7;
    wire::JsonWriter json;
    json.beginObject().key("request_id").string(name("chatcmpl-", chance)).key("call_id").string(name("call-", chance));
    json.key("started_at").number(start).key("ended_at").number(start + static_cast<std::int64_t>((chance >> 30) % 20) * second);
    writeWho(json, chance);
    writeWhat(json, chance);
    json.key("outcome").string(isFailed ? "failed" : "completed").key("http_status").number(std::int64_t(isFailed ? 429 : 200));
    return json.endObject().take();
}

namespace {

double processorTime()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

bool bookAll(store::Journal &journal, store::Database &database, Taken &taken)
{
    const auto begun = std::chrono::steady_clock::now();
    const double before = processorTime();
    for (bool hasMore = true; hasMore;) {
        const auto booked = store::book(journal, database);
        if (!booked)
            return std::fprintf(stderr, "%s\n", booked.error().message.c_str()), false;
        hasMore = booked->hasMore;
    }
    taken.processor += processorTime() - before;
    taken.time += std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return true;
}

} // namespace

Taken fill(store::Database &database, const std::string &directory, const Arrival &arrival)
{
    constexpr Taken failed {-1, -1};
    store::Journal journal;
    store::JournalOptions options;
    options.directory = directory;
    options.syncEvery.reset();
    if (!journal.open(options))
        return failed;
    Taken taken;
    for (std::int64_t number = 0; number < arrival.rows;) {
        for (const std::int64_t end = std::min(arrival.rows, number + arrival.together); number < end; ++number) {
            if (!journal.append(entryOf(number, arrival.rows)))
                return failed;
        }
        if (!bookAll(journal, database, taken))
            return failed;
    }
    return taken;
}

} // namespace gatehouse::bench
