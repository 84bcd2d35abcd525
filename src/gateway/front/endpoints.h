// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

#include <optional>
#include <string_view>
#include <vector>

namespace gatehouse::front {

/// Who may come in. Deny by default: a row must say Open to be open.
enum class Guard {
    Open,     ///< anybody
    Key,      ///< any valid key
    Member,   ///< a user with a role, who manages what is his own: the handler sees to whose it is
    Viewer,   ///< who may see everything, or his own: users with a role
    Admin,    ///< the administrator; proxy_admin_viewer too, where nothing is changed
    Admitted, ///< the handler admits the caller itself, as the first step of the exchange, so that a refusal is on the record too
};

/// How a request's body reaches the handler.
enum class Body {
    Whole,    ///< in memory
    Streamed, ///< a form's, as it comes (wire::Request::stream); any other body whole
};

using Handler = void (*)(pipeline::Context &context, pipeline::Inbound inbound);

/// One row of the endpoints table.
struct Endpoint {
    wire::Method method;
    std::string_view path; ///< "{model}" or "{id}" stands for one or more segments
    Guard guard;
    Dialect dialect; ///< of the caller, for errors
    Handler handler;
    Operation operation = Operation::Chat; ///< of a call to a model
    Body body = Body::Whole;
    bool streams = false; ///< the path asks for a stream, and the body does not say
};

const std::vector<Endpoint> &endpoints();

/// A request's path held against the table.
struct Match {
    const Endpoint *endpoint = nullptr; ///< nullptr: no row has this path and method
    std::string allowed;                ///< methods of the rows that have the path, when none has this method: "GET, POST"
    std::string model;                  ///< what {model} or {id} stood for
};
Match match(wire::Method method, std::string_view path);

} // namespace gatehouse::front
