// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <new>

namespace gatehouse {

/// Gives each thing a line of the processor's cache to begin at, so that it lies in as few of them as it can.
template <typename T> struct LineAllocator {
    using value_type = T;
    static constexpr std::align_val_t line {64};

    LineAllocator() = default;
    template <typename Other> LineAllocator(const LineAllocator<Other> &) { }
    T *allocate(std::size_t count) { return static_cast<T *>(::operator new(count * sizeof(T), line)); }
    void deallocate(T *at, std::size_t) { ::operator delete(at, line); }
    bool operator==(const LineAllocator &) const = default;
};

} // namespace gatehouse
