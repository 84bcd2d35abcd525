// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gatehouse::translate {

/// What the door of OpenAI's Responses must know or keep of an answer on its way out. Whoever asks for an answer brings one in
/// View::desk; it lives on the exchange's thread and outlives the View.
class ResponsesDesk
{
public:
    virtual ~ResponsesDesk() = default;
    /// The id by which the caller is told of a response that its provider keeps as \a providersId.
    virtual std::string clientsId(std::string_view providersId) = 0;
    /// \a response is whole, as the caller sees it; no provider keeps it. Called once, and only for one that came to its end.
    virtual void onWhole(std::string_view response) = 0;
};

} // namespace gatehouse::translate
