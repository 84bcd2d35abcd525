// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

/// What is counted, and how it is shown to Prometheus.
namespace gatehouse::observe::metrics {

/// A label that metrics may carry; the table in label.cpp has their names.
enum class Label : std::uint8_t {
    EndUser,
    HashedApiKey,
    ApiKeyAlias,
    RequestedModel,
    Team,
    TeamAlias,
    User,
    UserEmail,
    StatusCode,
    ExceptionStatus,
    ExceptionClass,
    Route,
    ClientIp,
    UserAgent,
    ModelId,
    Model,
    ModelGroup,
    ApiProvider,
    ApiBase,
    LitellmModelName,
    FallbackModel,
    Outcome,
    Stage,
    CallbackName,
    GuardrailName,
    Status,
    ErrorType,
    HookType,
    Self,
    ErrorClass,
    FunctionName,
    Version,
};
inline constexpr std::size_t labelCount = 32;

std::string_view toString(Label label);

/// A set of labels.
class Labels
{
public:
    constexpr Labels() = default;
    constexpr Labels(std::initializer_list<Label> all)
    {
        for (const Label each : all)
            m_bits |= bit(each);
    }
    constexpr bool has(Label label) const { return (m_bits & bit(label)) != 0; }
    constexpr bool isEmpty() const { return m_bits == 0; }
    constexpr Labels operator|(Labels other) const { return Labels(m_bits | other.m_bits); }
    constexpr Labels operator&(Labels other) const { return Labels(m_bits & other.m_bits); }
    constexpr bool operator==(const Labels &) const = default;

private:
    constexpr explicit Labels(std::uint64_t bits)
        : m_bits(bits)
    {
    }
    static constexpr std::uint64_t bit(Label label) { return std::uint64_t {1} << static_cast<unsigned>(label); }

    std::uint64_t m_bits = 0;
};

} // namespace gatehouse::observe::metrics
