// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/metrics/framer.h"

#include "gateway/observe/metrics/feeds.h"
#include "gateway/wire/json_object.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace gatehouse::observe::metrics {

namespace {

// What callers fill as they like. All others are configured or administered, and bounded by the number of series alone.
constexpr Labels invented {Label::EndUser, Label::RequestedModel, Label::Route, Label::ClientIp, Label::UserAgent, Label::Model};

std::string_view textOf(const wire::JsonObject &metadata, const std::vector<std::string> &path, std::string &space)
{
    std::string raw(metadata.find(path.front()));
    for (std::size_t i = 1; i < path.size() && wire::jsonKind(raw) == 'o'; ++i) {
        const auto inner = wire::JsonObject::parse(raw);
        raw = inner ? std::string(inner->find(path[i])) : std::string();
    }
    const char kind = wire::jsonKind(raw);
    if (kind == 's')
        space = wire::jsonString(raw).value_or("");
    else if (kind == 'n' || kind == 'b')
        space = raw;
    else
        space.clear();
    return space;
}

const std::string &saidBy(const Receipt &receipt)
{
    const Circumstances *circumstances = receipt.circumstances.get();
    return circumstances && !circumstances->metadata.empty() ? circumstances->metadata : receipt.metadata;
}

wire::JsonObject objectOf(const std::string &json)
{
    if (json.empty())
        return {};
    auto object = wire::JsonObject::parse(json);
    return object ? std::move(*object) : wire::JsonObject();
}

bool fits(const std::string &tag, const std::string &pattern)
{
    if (pattern.ends_with('*'))
        return tag.starts_with(std::string_view(pattern).substr(0, pattern.size() - 1));
    return tag == pattern;
}

// "openai/gpt-4o" → "gpt-4o"
std::string_view modelOf(const Station &station)
{
    const std::string_view name = station.litellmModel;
    const bool hasPrefix =
        name.size() > station.provider.size() && name.starts_with(station.provider) && name[station.provider.size()] == '/';
    return hasPrefix ? name.substr(station.provider.size() + 1) : name;
}

} // namespace

Framer::Framer(const Shape &shape)
    : m_shape(shape)
    , m_frame(labelCount + shape.metadata.size() + shape.tags.size(), noValue)
{
    for (std::size_t i = 0; i < m_frame.size(); ++i) {
        const bool isInvented = i >= labelCount || invented.has(static_cast<Label>(i));
        m_dictionaries.emplace_back(isInvented ? shape.mostValues : std::max(shape.mostSeries, shape.mostValues));
    }
    set(Label::Self, "self");
}

std::string_view Framer::nameOf(std::size_t label) const
{
    if (label < labelCount)
        return toString(static_cast<Label>(label));
    label -= labelCount;
    return label < m_shape.metadata.size() ? m_shape.metadata[label].name : m_shape.tags[label - m_shape.metadata.size()].name;
}

void Framer::set(Label label, std::string_view text, bool mayAdd)
{
    const auto at = static_cast<std::size_t>(label);
    m_frame[at] = m_dictionaries[at].idOf(text, mayAdd);
}

std::string_view Framer::numberText(int number)
{
    char digits[12];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
    m_text.assign(digits, static_cast<std::size_t>(end - digits));
    return m_text;
}

void Framer::look(const Receipt &receipt)
{
    const bool isKnown = receipt.outcome == Outcome::Completed || m_models.contains(receipt.model);
    lookAtCaller(receipt);
    set(Label::RequestedModel, receipt.model, isKnown);
    set(Label::Route, receipt.path, isKnown || receipt.model.empty() || receipt.path.find(receipt.model) == std::string::npos);
    set(Label::StatusCode, numberText(receipt.status));
    set(Label::Outcome, toString(receipt.outcome));
    set(Label::FunctionName, toString(receipt.operation));
    lookAtStation(receipt.station.get());
    set(Label::Model, receipt.upstreamModel, isKnown);
    lookAtFailure(receipt);
    lookAtFallback(receipt);
    if (!m_shape.metadata.empty() || !m_shape.tags.empty())
        lookAtCustom(receipt);
}

void Framer::look(const Receipt &receipt, const AttemptRecord &attempt)
{
    lookAtStation(attempt.station ? attempt.station.get() : receipt.station.get());
    if (attempt.fault)
        setFailure(*attempt.fault, attempt.status, attempt.provider);
    else
        setNoFailure();
}

void Framer::look(const GuardrailRecord &judgement)
{
    using Status = GuardrailRecord::Status;
    const bool isIntervention = judgement.status == Status::Blocked || judgement.status == Status::Masked;
    const bool isFailure = judgement.status == Status::Failed;
    set(Label::GuardrailName, judgement.name);
    set(Label::HookType, judgement.mode);
    set(Label::Status, isFailure ? "error" : isIntervention ? "intervened" : "success");
    set(Label::ErrorType, isFailure ? "GuardrailFailed" : std::string_view());
}

const Framer &Framer::atStage(std::string_view stage)
{
    set(Label::Stage, stage);
    return *this;
}

void Framer::lookAtCaller(const Receipt &receipt)
{
    static const Principal nobody;
    const Principal &who = receipt.principal ? *receipt.principal : nobody;
    set(Label::HashedApiKey, who.token);
    set(Label::ApiKeyAlias, who.keyAlias);
    set(Label::Team, who.teamId);
    set(Label::TeamAlias, who.teamAlias);
    set(Label::User, who.userId);
    set(Label::UserEmail, who.userEmail);
    set(Label::EndUser, m_shape.showsCustomers ? std::string_view(receipt.customer) : std::string_view());
    set(Label::ClientIp, receipt.peer);
    set(Label::UserAgent, receipt.userAgent);
}

void Framer::lookAtStation(const Station *station)
{
    static const Station nowhere;
    const Station &at = station ? *station : nowhere;
    set(Label::ModelId, at.id);
    set(Label::ModelGroup, at.group);
    set(Label::ApiProvider, at.provider);
    set(Label::ApiBase, at.apiBase);
    set(Label::LitellmModelName, modelOf(at));
}

void Framer::lookAtFailure(const Receipt &receipt)
{
    if (receipt.fault)
        return setFailure(*receipt.fault, receipt.status, receipt.attempts.empty() ? std::string_view() : receipt.provider);
    setNoFailure();
}

void Framer::setNoFailure()
{
    set(Label::ExceptionStatus, {});
    set(Label::ExceptionClass, {});
    set(Label::ErrorClass, {});
}

// "Openai.RateLimitError"
void Framer::setFailure(Fault fault, int status, std::string_view provider)
{
    set(Label::ExceptionStatus, numberText(status != 0 ? status : info(fault).status));
    set(Label::ErrorClass, info(fault).name);
    m_text = provider;
    if (!m_text.empty()) {
        m_text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(m_text.front())));
        m_text += '.';
    }
    m_text += info(fault).name;
    set(Label::ExceptionClass, m_text);
}

// Of who was left for another group: why, which says more than how the other one fared.
void Framer::lookAtFallback(const Receipt &receipt)
{
    if (receipt.fallbacks == 0)
        return set(Label::FallbackModel, {});
    set(Label::FallbackModel, receipt.group);
    if (receipt.outcome != Outcome::Completed)
        return;
    if (const AttemptRecord *failure = firstGroupsFailure(receipt))
        setFailure(*failure->fault, failure->status, failure->provider);
}

void Framer::lookAtCustom(const Receipt &receipt)
{
    std::size_t at = labelCount;
    if (!m_shape.metadata.empty()) {
        const wire::JsonObject ofCall = objectOf(saidBy(receipt));
        const wire::JsonObject ofCaller = objectOf(receipt.principal ? receipt.principal->labels : std::string());
        for (const MetadataLabel &label : m_shape.metadata) {
            const bool isAdministered = ofCaller.has(label.path.front());
            m_frame[at] = m_dictionaries[at].idOf(textOf(isAdministered ? ofCaller : ofCall, label.path, m_text));
            ++at;
        }
    }
    for (const TagLabel &label : m_shape.tags) {
        const bool has =
            std::any_of(receipt.tags.begin(), receipt.tags.end(), [&](const std::string &tag) { return fits(tag, label.tag); });
        m_frame[at] = m_dictionaries[at].idOf(has ? "true" : "false");
        ++at;
    }
}

} // namespace gatehouse::observe::metrics
