// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/observe/metrics/dictionary.h"
#include "gateway/observe/metrics/registry.h"
#include "gateway/observe/metrics/settings.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::observe::metrics {

/// The values of all labels for one event: by Label, behind them those of the configuration.
using Frame = std::vector<ValueId>;

/// Turns receipts into label values. Bounds what callers can invent: a name of a model that no group has, and whatever comes with
/// it, makes no new value unless a provider has answered. One thread.
class Framer
{
public:
    explicit Framer(const Shape &shape);

    void setModels(std::set<std::string, std::less<>> models) { m_models = std::move(models); }

    /// Of the call. What belongs to a deployment is that which answered, or was tried last.
    void look(const Receipt &receipt);
    /// Of one of its attempts, after the call.
    void look(const Receipt &receipt, const AttemptRecord &attempt);
    /// Of one of its guardrails' judgements.
    void look(const GuardrailRecord &judgement);
    /// Of a stage; the other labels stay.
    const Framer &atStage(std::string_view stage);
    const Frame &frame() const { return m_frame; }

    /// labelCount, and those of the configuration.
    std::size_t size() const { return m_frame.size(); }
    std::string_view nameOf(std::size_t label) const;
    const Dictionary &dictionary(std::size_t label) const { return m_dictionaries[label]; }

private:
    void set(Label label, std::string_view text, bool mayAdd = true);
    void lookAtCaller(const Receipt &receipt);
    void lookAtStation(const Station *station);
    void lookAtFailure(const Receipt &receipt);
    void lookAtFallback(const Receipt &receipt);
    void lookAtCustom(const Receipt &receipt);
    void setFailure(Fault fault, int status, std::string_view provider);
    void setNoFailure();
    std::string_view numberText(int number);

    Shape m_shape;
    std::set<std::string, std::less<>> m_models;
    std::vector<Dictionary> m_dictionaries; // as the frame
    Frame m_frame;
    std::string m_text; // for what has to be put together
};

} // namespace gatehouse::observe::metrics
