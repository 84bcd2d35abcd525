// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/clock.h"
#include "gateway/core/receipt.h"
#include "gateway/observe/sinks/enclosed_reports.h"
#include "gateway/observe/sinks/settings.h"
#include "gateway/wire/headers.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace gatehouse::observe::sinks {

/// An HTTP request to a sink's server.
struct Post {
    std::string url;
    wire::Headers headers = {};
    std::string body = {};
    std::string method = "POST";
    std::optional<Enclosure> around = {}; ///< of the reports as they are, in place of a body
};

/// How a sink's server likes to be told.
struct Habits {
    std::size_t batch = 512; ///< reports in one request, at most
    std::chrono::milliseconds interval {5'000};
    std::size_t bytes = 4 * 1024 * 1024; ///< of one request, at most
    std::size_t parallel = 1;            ///< requests at a time
};

/// The form in which somebody takes what he is told: pure, bytes out.
class Form
{
public:
    virtual ~Form() = default;
    virtual Post post(std::span<const std::string> reports, Clock::Wall now) = 0;
    /// How many reports of a batch its server did not take, though it answered with 2xx.
    virtual std::size_t refused(std::string_view /*body*/) const { return 0; }
};

/// Somebody who is told of calls, as far as his wire format goes. Lives on the observer's thread. A report is kept on disk while
/// the server is away, so it holds no credential; those are added to the post.
class Sink : public Form
{
public:
    virtual Habits habits() const = 0;
    /// What it is told of \a receipt; empty = nothing.
    virtual std::string report(const Receipt &receipt) = 0;
};

/// What a sink is made of.
struct Making {
    const Variables &variables;
    const Terms &terms; ///< outlives the sink
    bool hidesMessages = false;

    /// The text of a variable; empty = it is not set.
    std::string text(std::string_view name, std::string_view otherwise = {}) const;
    Secret secret(std::string_view name) const;
    std::chrono::milliseconds seconds(std::string_view name, std::chrono::milliseconds otherwise) const;
    std::size_t count(std::string_view name, std::size_t otherwise) const;
};

/// An address without the slashes at its end.
std::string withoutSlash(std::string text);

} // namespace gatehouse::observe::sinks
