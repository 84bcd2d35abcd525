// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/front/cors.h"

namespace gatehouse::front {

namespace {

class CorsReply final : public wire::Reply
{
public:
    CorsReply(std::unique_ptr<wire::Reply> inner, std::string origin)
        : m_inner(std::move(inner))
        , m_origin(std::move(origin))
    {
    }

    void send(wire::Head head, std::string body) override { m_inner->send(allowed(std::move(head)), std::move(body)); }
    void begin(wire::Head head) override { m_inner->begin(allowed(std::move(head))); }
    void write(std::string_view bytes) override { m_inner->write(bytes); }
    void end() override { m_inner->end(); }
    void abort() override { m_inner->abort(); }
    std::size_t pending() const override { return m_inner->pending(); }
    void listen(wire::ReplyListener *listener) override { m_inner->listen(listener); }

private:
    wire::Head allowed(wire::Head head) const
    {
        // The origin is echoed and not "*": with credentials allowed a browser refuses the star.
        head.headers.add("access-control-allow-origin", m_origin);
        head.headers.add("access-control-allow-credentials", "true");
        head.headers.add("access-control-expose-headers", "*");
        head.headers.add("vary", "Origin");
        return head;
    }

    std::unique_ptr<wire::Reply> m_inner;
    std::string m_origin;
};

} // namespace

bool isPreflight(const wire::Request &request)
{
    return request.method == wire::Method::Options && request.headers.has("origin")
        && request.headers.has("access-control-request-method");
}

void answerPreflight(const wire::Request &request, wire::Reply &reply)
{
    wire::Head head {200, {{"content-type", "text/plain; charset=utf-8"}}};
    head.headers.add("access-control-allow-methods", "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT");
    if (request.headers.has("access-control-request-headers"))
        head.headers.add("access-control-allow-headers", request.headers.value("access-control-request-headers"));
    head.headers.add("access-control-max-age", "600");
    reply.send(std::move(head), "OK");
}

std::unique_ptr<wire::Reply> withCors(const wire::Request &request, std::unique_ptr<wire::Reply> reply)
{
    const std::string_view origin = request.headers.value("origin");
    if (origin.empty())
        return reply;
    return std::make_unique<CorsReply>(std::move(reply), std::string(origin));
}

} // namespace gatehouse::front
