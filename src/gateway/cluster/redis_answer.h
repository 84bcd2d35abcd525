// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::cluster {

/// What Redis answers to one command.
struct RedisAnswer {
    enum class Kind : std::uint8_t { Nothing, Text, Number, List, Refusal };
    Kind kind = Kind::Nothing;
    std::string text = {}; ///< of Text, and the reason of a Refusal
    std::int64_t number = 0;
    std::vector<RedisAnswer> items = {};

    bool isText() const { return kind == Kind::Text; }
    bool isRefusal() const { return kind == Kind::Refusal; }
};

/// \a words as a command on the wire.
std::string redisCommand(const std::vector<std::string_view> &words);

/// Takes bytes as they come, and gives whole answers.
class RedisReader
{
public:
    RedisReader();
    ~RedisReader();
    RedisReader(RedisReader &&) noexcept;
    RedisReader &operator=(RedisReader &&) noexcept;

    void feed(std::string_view bytes);
    /// The next one; nothing = it is not whole yet, or what came is no Redis: see isBroken().
    std::optional<RedisAnswer> next();
    bool isBroken() const { return m_isBroken; }

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
    bool m_isBroken = false;
};

} // namespace gatehouse::cluster
