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

wire::Request copyOf(const QHttpServerRequest &source)
{
    wire::Request request;
    request.method = methodOf(source.method());
    const QUrl url = source.url();
    request.path = wire::percentDecoded(view(url.path(QUrl::FullyEncoded).toLatin1()));
    request.query = view(url.query(QUrl::FullyEncoded).toLatin1());
    return request;
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
    std::optional<wire::Request> take() { return std::exchange(m_request, std::nullopt); }

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *) override
    {
        m_request = copyOf(request);
        return true;
    }
    void missingHandler(const QHttpServerRequest &, QTcpSocket *) override { }

private:
    std::optional<wire::Request> m_request;
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
    const std::size_t lineEnd = std::min(head.find("\r\n"), head.size());
    m_line.assign(head, 0, lineEnd).append("\r\n\r\n");
    m_feed->offer(m_line);
    auto request = m_reader->take();
    if (request)
        request->rawPath = pathIn(head.substr(0, lineEnd));
    if (request)
        readFields(head.substr(std::min(lineEnd + 2, head.size())), request->headers);
    else
        plugIn(); // a fresh socket comes with a fresh parser: this one may wait for the rest of what it did not understand
    return request;
}

} // namespace gatehouse::front
