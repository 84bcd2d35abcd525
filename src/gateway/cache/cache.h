// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/cache/memory.h"
#include "gateway/cache/settings.h"
#include "gateway/cluster/redis.h"
#include "gateway/core/result.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse::cache {

/// Answers that are kept, as one worker sees them: in the memory that all workers share, or in a Redis that all gateways share,
/// over a connection of the worker's own. A cache that fails is one that has nothing: no call waits for it longer than Redis's
/// patience, and none fails with it.
class Cache
{
public:
    /// What is kept, or nothing.
    using Heard = std::function<void(KeptAnswer)>;

    /// \a complain is told when Redis begins to fail.
    explicit Cache(Memory &memory, cluster::Redis::Complain complain = {});

    /// Takes effect at once. The connection to Redis stays where its place does.
    void configure(const Settings &settings);
    const Settings &settings() const { return m_settings; }

    /// \a heard is called before this returns, unless Redis has to be asked.
    void find(const std::string &key, Heard heard);
    /// For \a ttl; what does not fit is not kept.
    void keep(const std::string &key, KeptAnswer answer, std::chrono::milliseconds ttl);

    /// How many of \a keys there were.
    void remove(const std::vector<std::string> &keys, std::function<void(Result<std::int64_t>)> done);
    /// Everything that the gateway has kept, and nothing that others have in that Redis.
    void clear(std::function<void(Result<>)> done);
    /// Fails where something that is kept cannot be read again.
    void check(std::function<void(Result<>)> done);
    /// What Redis says of itself (INFO); fails where there is none.
    void describe(std::function<void(Result<std::string>)> done);

private:
    void clearFrom(const std::string &cursor, std::function<void(Result<>)> done);

    Memory &m_memory;
    const cluster::Redis::Complain m_complain;
    Settings m_settings;
    std::unique_ptr<cluster::Redis> m_redis;
};

} // namespace gatehouse::cache
