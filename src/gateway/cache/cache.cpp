// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cache/cache.h"

#include "gateway/wire/utf8.h"

#include <utility>

namespace gatehouse::cache {

namespace {

using cluster::RedisAnswer;

// In a Redis that others use, too.
constexpr std::string_view prefix = "gatehouse:cache:";

std::string inRedis(const std::string &key)
{
    return std::string(prefix) + key;
}

bool isSamePlace(const cluster::RedisPlace &one, const cluster::RedisPlace &other)
{
    return one.host == other.host && one.port == other.port && one.user == other.user
        && one.password.equals(other.password.reveal()) && one.database == other.database && one.isSecure == other.isSecure
        && one.verifiesPeer == other.verifiesPeer;
}

Error refusalOf(const RedisAnswer &answer)
{
    return {Fault::ServiceUnavailable, "Redis refuses: " + answer.text};
}

Result<> successOf(const Result<RedisAnswer> &answer)
{
    if (!answer)
        return Failure {answer.error()};
    return answer->isRefusal() ? Result<>(Failure {refusalOf(*answer)}) : Result<>();
}

} // namespace

Cache::Cache(Memory &memory, cluster::Redis::Complain complain)
    : m_memory(memory)
    , m_complain(std::move(complain))
{
}

void Cache::configure(const Settings &settings)
{
    const bool wasRedis = m_redis && isSamePlace(m_redis->place(), settings.redis);
    m_settings = settings;
    m_memory.setRoom(m_settings.place == Settings::Place::Memory ? m_settings.memoryBytes : 0);
    if (m_settings.place != Settings::Place::Redis)
        m_redis.reset();
    else if (!wasRedis)
        m_redis = std::make_unique<cluster::Redis>(m_settings.redis, m_complain);
}

void Cache::find(const std::string &key, Heard heard)
{
    if (!m_redis)
        return heard(m_memory.find(key, Clock().now()));
    m_redis->ask({"GET", inRedis(key)}, [heard = std::move(heard)](const Result<RedisAnswer> &answer) {
        auto kept = answer && answer->isText() ? keptFrom(answer->text) : std::nullopt;
        heard(kept ? std::make_shared<const Kept>(std::move(*kept)) : nullptr);
    });
}

void Cache::keep(const std::string &key, KeptAnswer answer, std::chrono::milliseconds ttl)
{
    if (!m_redis)
        return m_memory.keep(key, std::move(answer), Clock().now() + ttl);
    if (answer->body.size() <= Memory::largest && wire::isUtf8(answer->body))
        m_redis->ask({"SET", inRedis(key), textOf(*answer), "PX", std::to_string(ttl.count())}, [](const auto &) {});
}

void Cache::remove(const std::vector<std::string> &keys, std::function<void(Result<std::int64_t>)> done)
{
    if (!m_redis) {
        std::int64_t count = 0;
        for (const std::string &key : keys)
            count += m_memory.remove(key) ? 1 : 0;
        return done(count);
    }
    std::vector<std::string> names;
    names.reserve(keys.size());
    for (const std::string &key : keys)
        names.push_back(inRedis(key));
    std::vector<std::string_view> words {"DEL"};
    words.insert(words.end(), names.begin(), names.end());
    m_redis->ask(words, [done = std::move(done)](const Result<RedisAnswer> &answer) {
        if (auto success = successOf(answer); !success)
            return done(Failure {success.error()});
        done(answer->number);
    });
}

void Cache::clear(std::function<void(Result<>)> done)
{
    if (m_redis)
        return clearFrom("0", std::move(done));
    m_memory.clear();
    done({});
}

// In steps, as SCAN goes: what comes meanwhile may stay.
void Cache::clearFrom(const std::string &cursor, std::function<void(Result<>)> done)
{
    const std::string pattern = std::string(prefix) + "*";
    m_redis->ask({"SCAN", cursor, "MATCH", pattern, "COUNT", "1000"},
        [this, done = std::move(done)](const Result<RedisAnswer> &answer) mutable {
            if (auto success = successOf(answer); !success)
                return done(std::move(success));
            if (answer->items.size() != 2)
                return done(Failure {Error {Fault::ServiceUnavailable, "Redis answers SCAN in a way that is not known"}});
            std::vector<std::string_view> words {"DEL"};
            for (const RedisAnswer &key : answer->items[1].items)
                words.push_back(key.text);
            if (words.size() > 1)
                m_redis->ask(words, [](const auto &) {});
            const std::string next = answer->items[0].text;
            next == "0" ? done({}) : clearFrom(next, std::move(done));
        });
}

void Cache::check(std::function<void(Result<>)> done)
{
    if (!m_redis)
        return done({});
    const std::string key = inRedis("check");
    m_redis->ask({"SET", key, "1", "PX", "10000"}, [](const auto &) {});
    m_redis->ask({"GET", key}, [done = std::move(done)](const Result<RedisAnswer> &answer) {
        auto success = successOf(answer);
        if (success && answer->text != "1")
            success = Failure {Error {Fault::ServiceUnavailable, "Redis does not give back what it was given"}};
        done(std::move(success));
    });
}

void Cache::describe(std::function<void(Result<std::string>)> done)
{
    if (!m_redis)
        return done(Failure {Error {Fault::BadRequest, "The cache is not in Redis"}});
    m_redis->ask({"INFO"}, [done = std::move(done)](const Result<RedisAnswer> &answer) {
        if (auto success = successOf(answer); !success)
            return done(Failure {success.error()});
        done(answer->text);
    });
}

} // namespace gatehouse::cache
