// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/credentials/recipe.h"

#include <functional>

namespace gatehouse::credentials {

/// One recipe being carried out over the network. Owned by a cache, on its worker's thread; destroying it cancels.
class Fetch final : private upstream::AttemptListener
{
public:
    /// Called once, from the event loop; it may destroy the Fetch.
    using Done = std::function<void(Result<Grant>)>;
    Fetch(upstream::Client &client, const Clock &clock, std::unique_ptr<Recipe> recipe, Done done);

    /// Asks the first question. Where that cannot be done the error is returned, and Done is not called.
    Result<> start() { return askNext(); }

private:
    Result<> askNext();
    void onHead(int status, wire::Headers headers) override;
    void onBytes(std::string_view bytes) override;
    void onEnded(Result<> outcome) override;
    void finish(Result<Grant> outcome);

    upstream::Client &m_client;
    const Clock &m_clock;
    std::unique_ptr<Recipe> m_recipe;
    Done m_done;
    std::unique_ptr<upstream::Attempt> m_attempt;
    int m_status = 0;
    wire::Headers m_headers;
    std::string m_body;
};

} // namespace gatehouse::credentials
