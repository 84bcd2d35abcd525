// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"
#include "gateway/pipeline/response_names.h"
#include "gateway/routing/route.h"
#include "gateway/translate/responses_desk.h"
#include "gateway/wire/call.h"

namespace gatehouse::pipeline {

/// The memory of the door of Responses for one call: what came before it, and what is kept of its answer. Owned by the exchange.
class ResponseDesk final : public translate::ResponsesDesk
{
public:
    ResponseDesk(Context &context, const Identity &identity, const Secret &key)
        : m_context(context)
        , m_identity(identity)
        , m_key(key)
    {
    }

    /// Looks up what \a call goes on from, and sends it where that is kept. Fails with BadRequest or Forbidden.
    Result<> recall(wire::Call &call, routing::Route &route);
    /// \a deployment is asked next.
    void serve(const wire::Call &call, const Deployment &deployment);

    std::string clientsId(std::string_view providersId) override;
    void onWhole(std::string_view response) override;

private:
    Context &m_context;
    const Identity m_identity;
    const Secret m_key;
    const wire::Call *m_call = nullptr;
    const Deployment *m_deployment = nullptr;
};

/// Who asks, as far as responses go: where \a settings share them, everybody is the administrator.
Identity userOf(const Identity &identity, const Settings &settings);
/// Whether \a identity may use what \a owner keeps.
bool mayUse(const Identity &identity, std::string_view owner);
/// The same for one that its provider keeps.
bool mayUse(const Identity &identity, const WrappedResponse &response, const Secret &key);
/// LiteLLM's refusal of somebody else's response.
Error othersResponse();
/// The items of a request's input as OpenAI lists them, without brackets: each with a type and an id.
std::string listedItems(std::string_view input);

} // namespace gatehouse::pipeline
