// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/request_parser.h"

#include "gateway/front/listener.h"

#include <QAbstractHttpServer>
#include <QHttpServerRequest>
#include <QTcpSocket>
#include <QUrl>

#include <algorithm>
#include <cstring>
#include <utility>

namespace gatehouse::front {

namespace {

using QtMethod = QHttpServerRequest::Method;

// Of what callers make up there is no end.
constexpr std::size_t mostKnown = 128, longestKnown = 256;

wire::Method methodOf(QtMethod method)
{
    switch (method) {
    case QtMethod::Get: return wire::Method::Get;
    case QtMethod::Head: return wire::Method::Head;
    case QtMethod::Post: return wire::Method::Post;
    case QtMethod::Put: return wire::Method::Put;
    case QtMethod::Patch: return wire::Method::Patch;
    case QtMethod::Delete: return wire::Method::Delete;
    case QtMethod::Options: return wire::Method::Options;
    default: return wire::Method::Other;
    }
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

// "/a%2Fb" of "GET /a%2Fb?c HTTP/1.1".
std::string_view pathIn(std::string_view line)
{
    line.remove_prefix(std::min(line.find(' ') + 1, line.size()));
    return line.substr(0, line.find_first_of(" ?"));
}

// A guarded head's lines end with CR LF and its fields have no white space around their values: nothing is left to judge.
void readFields(std::string_view fields, wire::Headers &headers)
{
    headers.reserve(16);
    while (true) {
        const std::size_t end = fields.find("\r\n");
        const std::size_t colon = fields.find(':');
        if (end == 0 || end == std::string_view::npos || colon >= end)
            return;
        std::string_view value = fields.substr(colon + 1, end - colon - 1);
        value.remove_prefix(std::min(value.find_first_not_of(" \t"), value.size()));
        value.remove_suffix(value.size() - std::min(value.find_last_not_of(" \t") + 1, value.size()));
        headers.add(fields.substr(0, colon), value);
        fields.remove_prefix(end + 2);
    }
}

} // namespace

/// What QtHttpServer takes for the socket of a client: it is always connected and holds the head that is being parsed.
class RequestParser::Feed final : public QTcpSocket
{
public:
    Feed()
    {
        setOpenMode(QIODevice::ReadOnly);
        setSocketState(QAbstractSocket::ConnectedState); // QtHttpServer deletes one that is not
    }
    ~Feed() override { setSocketState(QAbstractSocket::UnconnectedState); }

    void offer(std::string_view bytes)
    {
        m_bytes = bytes;
        Q_EMIT readyRead();
    }
    void disconnectFromHost() override { } // how QtHttpServer says that it cannot read this; parse() sees it by the result

protected:
    qint64 readData(char *data, qint64 size) override
    {
        const std::size_t count = std::min(m_bytes.size(), static_cast<std::size_t>(size));
        std::memcpy(data, m_bytes.data(), count);
        m_bytes.remove_prefix(count);
        return static_cast<qint64>(count);
    }

private:
    std::string_view m_bytes;
};

/// Our QAbstractHttpServer: it answers nothing, it only keeps what it was given.
class RequestParser::Reader final : public QAbstractHttpServer
{
public:
    std::optional<Line> take() { return std::exchange(m_line, std::nullopt); }

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *) override
    {
        const QUrl url = request.url();
        const QByteArray query = url.query(QUrl::FullyEncoded).toLatin1();
        m_line = {methodOf(request.method()), wire::percentDecoded(view(url.path(QUrl::FullyEncoded).toLatin1())),
            std::string(view(query))};
        return true;
    }
    void missingHandler(const QHttpServerRequest &, QTcpSocket *) override { }

private:
    std::optional<Line> m_line;
};

RequestParser::RequestParser(Listener &listener)
    : m_listener(listener)
    , m_reader(std::make_unique<Reader>())
{
    m_reader->bind(&listener);
    plugIn();
}

RequestParser::~RequestParser()
{
    m_listener.setParent(nullptr); // bind() has made the reader its owner
}

void RequestParser::plugIn()
{
    m_feed = std::make_unique<Feed>();
    m_listener.lend(*m_feed);
}

std::optional<wire::Request> RequestParser::parse(std::string_view head)
{
    const std::string_view text = head.substr(0, head.find("\r\n"));
    const auto known = m_known.find(text);
    auto line = known == m_known.end() ? firstSeen(text) : std::optional(known->second);
    if (!line)
        return std::nullopt;
    wire::Request request;
    request.method = line->method;
    request.path = std::move(line->path);
    request.query = std::move(line->query);
    request.rawPath = pathIn(text);
    readFields(head.substr(std::min(text.size() + 2, head.size())), request.headers);
    return request;
}

// Queries are seldom the same twice.
std::optional<RequestParser::Line> RequestParser::firstSeen(std::string_view text)
{
    auto line = ask(text);
    if (!line || !line->query.empty() || text.size() > longestKnown)
        return line;
    if (m_known.size() >= mostKnown)
        m_known.clear();
    m_known.emplace(text, *line);
    return line;
}

std::optional<RequestParser::Line> RequestParser::ask(std::string_view text)
{
    m_line.assign(text).append("\r\n\r\n");
    m_feed->offer(m_line);
    auto line = m_reader->take();
    if (!line)
        plugIn(); // a fresh socket comes with a fresh parser: this one may wait for the rest of what it did not understand
    return line;
}

} // namespace gatehouse::front
