// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "gateway/core/error.h"

#include <utility>
#include <variant>

namespace gatehouse {

/// Wraps an error so that it converts to any Result: return Failure{{Fault::NotFound, "…"}}.
template <typename E = Error> struct Failure {
    E error;
};
template <typename E> Failure(E) -> Failure<E>;

/// Either a value or an error, spelled like C++23's std::expected, which GCC 12 lacks in C++20.
template <typename T = void, typename E = Error> class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Failure<E> failure)
        : m_state(std::in_place_index<1>, std::move(failure.error))
    {
    }

    explicit operator bool() const { return m_state.index() == 0; }
    bool has_value() const { return m_state.index() == 0; }

    T &value() & { return *std::get_if<0>(&m_state); }
    const T &value() const & { return *std::get_if<0>(&m_state); }
    T &&value() && { return std::move(*std::get_if<0>(&m_state)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    T *operator->() { return std::get_if<0>(&m_state); }
    const T *operator->() const { return std::get_if<0>(&m_state); }

    E &error() & { return *std::get_if<1>(&m_state); }
    const E &error() const & { return *std::get_if<1>(&m_state); }
    E &&error() && { return std::move(*std::get_if<1>(&m_state)); }

private:
    std::variant<T, E> m_state;
};

/// Success without a value, or an error.
template <typename E> class [[nodiscard]] Result<void, E>
{
public:
    Result() = default;
    Result(Failure<E> failure)
        : m_error(std::move(failure.error))
    {
    }

    explicit operator bool() const { return !m_error; }
    bool has_value() const { return !m_error; }
    const E &error() const & { return *m_error; }
    E &&error() && { return std::move(*m_error); }

private:
    std::optional<E> m_error;
};

} // namespace gatehouse
