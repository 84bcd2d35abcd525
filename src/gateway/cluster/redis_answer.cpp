// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/cluster/redis_answer.h"

#include <hiredis/hiredis.h>

namespace gatehouse::cluster {

namespace {

RedisAnswer answerOf(const redisReply &reply)
{
    using Kind = RedisAnswer::Kind;
    RedisAnswer answer;
    switch (reply.type) {
    case REDIS_REPLY_STRING:
    case REDIS_REPLY_STATUS: answer.kind = Kind::Text; break;
    case REDIS_REPLY_ERROR: answer.kind = Kind::Refusal; break;
    case REDIS_REPLY_INTEGER: answer.kind = Kind::Number; break;
    case REDIS_REPLY_ARRAY: answer.kind = Kind::List; break;
    default: return answer;
    }
    if (reply.str)
        answer.text.assign(reply.str, reply.len);
    answer.number = reply.integer;
    for (std::size_t i = 0; answer.kind == Kind::List && i < reply.elements; ++i)
        answer.items.push_back(answerOf(*reply.element[i]));
    return answer;
}

} // namespace

struct RedisReader::Parser {
    redisReader *reader = redisReaderCreate();

    Parser() = default;
    ~Parser() { redisReaderFree(reader); }
    Parser(const Parser &) = delete;
    Parser &operator=(const Parser &) = delete;
};

RedisReader::RedisReader()
    : m_parser(std::make_unique<Parser>())
{
}

RedisReader::~RedisReader() = default;
RedisReader::RedisReader(RedisReader &&) noexcept = default;
RedisReader &RedisReader::operator=(RedisReader &&) noexcept = default;

void RedisReader::feed(std::string_view bytes)
{
    m_isBroken = m_isBroken || redisReaderFeed(m_parser->reader, bytes.data(), bytes.size()) != REDIS_OK;
}

std::optional<RedisAnswer> RedisReader::next()
{
    void *found = nullptr;
    m_isBroken = m_isBroken || redisReaderGetReply(m_parser->reader, &found) != REDIS_OK;
    if (m_isBroken || !found)
        return std::nullopt;
    const auto *reply = static_cast<const redisReply *>(found);
    RedisAnswer answer = answerOf(*reply);
    freeReplyObject(found);
    return answer;
}

std::string redisCommand(const std::vector<std::string_view> &words)
{
    std::string command = "*" + std::to_string(words.size()) + "\r\n";
    for (const std::string_view word : words)
        command.append("$" + std::to_string(word.size()) + "\r\n").append(word).append("\r\n");
    return command;
}

} // namespace gatehouse::cluster
