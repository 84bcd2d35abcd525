// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/aws_event_stream.h"

#include "gateway/translate/json_view.h"
#include "gateway/wire/json_object.h"
#include "gateway/wire/json_writer.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace gatehouse::translate {

namespace {

constexpr std::size_t preludeSize = 12, checksumSize = 4;
// AWS's own limits: 16 MiB for a message, 128 KiB for its fields.
constexpr std::uint32_t largestMessage = 16 * 1024 * 1024;
constexpr std::uint32_t largestFields = 128 * 1024;

constexpr std::array<std::uint32_t, 256> checksumTable()
{
    constexpr std::uint32_t polynomial = 0xedb88320; // of ISO 3309, as in Ethernet and zip
    std::array<std::uint32_t, 256> table {};
    for (std::uint32_t byte = 0; byte < table.size(); ++byte) {
        std::uint32_t value = byte;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1U) != 0 ? (value >> 1U) ^ polynomial : value >> 1U;
        table[byte] = value;
    }
    return table;
}

std::uint32_t checksum(std::string_view bytes)
{
    static constexpr auto table = checksumTable();
    std::uint32_t value = ~0U;
    for (const char c : bytes)
        value = (value >> 8U) ^ table[(value ^ static_cast<unsigned char>(c)) & 0xffU];
    return ~value;
}

// Big-endian; \a bytes is at least \a size long.
std::uint32_t numberAt(std::string_view bytes, std::size_t at, std::size_t size)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value = (value << 8U) | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

/// The fields that say what a message is.
struct Fields {
    std::string_view messageType, eventType, exceptionType, errorCode, errorMessage;

    void set(std::string_view name, std::string_view value)
    {
        if (name == ":message-type")
            messageType = value;
        else if (name == ":event-type")
            eventType = value;
        else if (name == ":exception-type")
            exceptionType = value;
        else if (name == ":error-code")
            errorCode = value;
        else if (name == ":error-message")
            errorMessage = value;
    }
};

constexpr std::uint8_t textType = 7;
constexpr std::size_t hasLength = 3; // instead of a size: the value says its own, in two bytes
// How many bytes a value takes, by its type: true, false, byte, short, integer, long, bytes, text, time, UUID.
constexpr std::array<std::size_t, 10> valueSizes {0, 0, 1, 2, 4, 8, hasLength, hasLength, 8, 16};

/// Takes one field off the front of \a bytes; false when there is none.
bool takeField(std::string_view &bytes, Fields &fields)
{
    const std::size_t nameSize = numberAt(bytes, 0, 1);
    if (bytes.size() < 1 + nameSize + 1)
        return false;
    const std::string_view name = bytes.substr(1, nameSize);
    const std::uint32_t type = numberAt(bytes, 1 + nameSize, 1);
    bytes.remove_prefix(1 + nameSize + 1);
    if (type >= valueSizes.size())
        return false;
    std::size_t size = valueSizes[type];
    if (size == hasLength) {
        if (bytes.size() < 2)
            return false;
        size = numberAt(bytes, 0, 2);
        bytes.remove_prefix(2);
    }
    if (bytes.size() < size)
        return false;
    if (type == textType)
        fields.set(name, bytes.substr(0, size));
    bytes.remove_prefix(size);
    return true;
}

std::optional<Fields> fieldsOf(std::string_view bytes)
{
    Fields fields;
    while (!bytes.empty()) {
        if (!takeField(bytes, fields))
            return std::nullopt;
    }
    return fields;
}

/// What AWS answers with when the same exception comes instead of a stream, and Anthropic's word for it.
struct ExceptionRow {
    std::string_view name;
    int status;
    std::string_view type;
};
constexpr std::array exceptions {
    ExceptionRow {"throttlingException", 429, "rate_limit_error"},
    ExceptionRow {"serviceQuotaExceededException", 429, "rate_limit_error"},
    ExceptionRow {"modelNotReadyException", 429, "rate_limit_error"},
    ExceptionRow {"validationException", 400, "invalid_request_error"},
    ExceptionRow {"accessDeniedException", 403, "permission_error"},
    ExceptionRow {"resourceNotFoundException", 404, "not_found_error"},
    ExceptionRow {"modelTimeoutException", 408, "timeout_error"},
    ExceptionRow {"modelStreamErrorException", 424, "api_error"},
    ExceptionRow {"modelErrorException", 424, "api_error"},
    ExceptionRow {"serviceUnavailableException", 503, "overloaded_error"},
};

ExceptionRow rowOf(std::string_view exception)
{
    const auto row =
        std::find_if(exceptions.begin(), exceptions.end(), [&](const ExceptionRow &each) { return each.name == exception; });
    return row == exceptions.end() ? ExceptionRow {exception, 500, "api_error"} : *row;
}

// Frames are bytes; what goes into JSON text must be characters.
std::string printable(std::string_view bytes)
{
    std::string text(bytes.substr(0, 1000));
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return text;
}

std::string errorEventOf(std::string_view exception, std::string_view message)
{
    const ExceptionRow row = rowOf(exception);
    wire::JsonWriter json;
    json.beginObject().key("type").string("error").key("error").beginObject().key("type").string(row.type);
    json.key("status").number(std::int64_t(row.status));
    json.key("message").string(printable(exception) + ": " + std::string(message)).endObject().endObject();
    return "event: error\ndata: " + json.text() + "\n\n";
}

std::string exceptionEvent(const Fields &fields, std::string_view payload)
{
    const auto object = wire::JsonObject::parse(std::string(payload));
    std::string message;
    for (const std::string_view name : {"message", "Message", "originalMessage"}) {
        if (object && message.empty())
            message = textOf(object->find(name));
    }
    return errorEventOf(fields.exceptionType, message.empty() ? printable(payload) : message);
}

bool isName(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    });
}

// JSON may be spread over lines; an event's data here is one line. Between the tokens of JSON a space is as good.
std::string oneLine(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return text;
}

class EventStream final : public Reframer
{
public:
    Result<> feed(std::string_view bytes, std::string &sse) override
    {
        m_buffer += bytes;
        std::string_view rest = m_buffer;
        Result<> done;
        while (done && rest.size() >= preludeSize) {
            const std::uint32_t size = numberAt(rest, 0, 4);
            done = checkPrelude(rest.substr(0, preludeSize));
            if (!done || rest.size() < size)
                break;
            done = readMessage(rest.substr(0, size), sse);
            rest.remove_prefix(size);
        }
        m_buffer.erase(0, m_buffer.size() - rest.size());
        return done;
    }

    Result<> finish(std::string &) override
    {
        return m_buffer.empty() ? Result<>() : broken("the stream stopped inside a message");
    }

private:
    static Failure<Error> broken(std::string what) { return {Error {Fault::ApiConnection, std::move(what)}}; }

    // Looked at before the message is whole, so that a length that cannot be is never waited for.
    static Result<> checkPrelude(std::string_view prelude)
    {
        if (checksum(prelude.substr(0, 8)) != numberAt(prelude, 8, 4))
            return broken("a message of the stream has a wrong checksum in its prelude");
        const std::uint32_t size = numberAt(prelude, 0, 4), fields = numberAt(prelude, 4, 4);
        if (size > largestMessage || fields > largestFields)
            return broken("a message of the stream is too large");
        if (size < preludeSize + checksumSize || fields > size - preludeSize - checksumSize)
            return broken("a message of the stream has lengths that cannot be");
        return {};
    }

    static Result<> readMessage(std::string_view message, std::string &sse)
    {
        const std::size_t end = message.size() - checksumSize;
        if (checksum(message.substr(0, end)) != numberAt(message, end, checksumSize))
            return broken("a message of the stream has a wrong checksum");
        const std::uint32_t fieldsSize = numberAt(message, 4, 4);
        const auto fields = fieldsOf(message.substr(preludeSize, fieldsSize));
        if (!fields)
            return broken("the fields of a message of the stream are broken");
        const std::string_view payload = message.substr(preludeSize + fieldsSize, end - preludeSize - fieldsSize);
        if (fields->messageType == "exception")
            sse += exceptionEvent(*fields, payload);
        else if (fields->messageType == "error")
            sse += errorEventOf(fields->errorCode, printable(fields->errorMessage));
        else
            return readEvent(fields->eventType, payload, sse);
        return {};
    }

    static Result<> readEvent(std::string_view type, std::string_view payload, std::string &sse)
    {
        if (!isName(type))
            return broken("an event of the stream has a name that cannot be");
        if (type == "chunk")
            return readChunk(payload, sse);
        sse.append("event: ").append(type).append("\ndata: ").append(oneLine(std::string(payload))).append("\n\n");
        return {};
    }

    static Result<> readChunk(std::string_view payload, std::string &sse)
    {
        const auto object = wire::JsonObject::parse(std::string(payload));
        const auto base64 = object ? wire::jsonString(object->find("bytes")) : std::nullopt;
        if (!base64)
            return broken("a chunk of the stream holds no bytes");
        const auto bytes = QByteArray::fromBase64Encoding(
            QByteArray::fromRawData(base64->data(), qsizetype(base64->size())), QByteArray::AbortOnBase64DecodingErrors);
        if (!bytes)
            return broken("a chunk of the stream is not base64");
        std::string inner = oneLine((*bytes).toStdString());
        const auto event = wire::JsonObject::parse(inner);
        const std::string name = event ? textOf(event->find("type")) : std::string();
        if (!name.empty() && isName(name))
            sse.append("event: ").append(name).append("\n");
        sse.append("data: ").append(inner).append("\n\n");
        return {};
    }

    std::string m_buffer;
};

} // namespace

std::unique_ptr<Reframer> awsEventStream()
{
    return std::make_unique<EventStream>();
}

} // namespace gatehouse::translate
