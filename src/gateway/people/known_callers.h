// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/people/caller.h"
#include "gateway/vault/fingerprint.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace gatehouse::people {

/// Callers by the fingerprints of their keys, in one array: one of a hundred thousand is found with one look into memory, where a
/// map of nodes takes three, each of which waits for the one before. On one thread only.
class KnownCallers
{
public:
    /// None = it is not known.
    std::shared_ptr<const Caller> find(const vault::Fingerprint &print) const;
    /// \a caller, which is somebody, stands for \a print from now on, whoever did before.
    void put(const vault::Fingerprint &print, std::shared_ptr<const Caller> caller);
    void clear();
    std::size_t size() const { return m_size; }

private:
    struct alignas(32) Slot { // two in a line of the processor's cache, and none in two lines
        vault::Fingerprint print = {};
        std::shared_ptr<const Caller> caller = {}; // none = it is free
    };

    std::size_t placeOf(const vault::Fingerprint &print) const;
    void grow();

    std::vector<Slot> m_slots; // a power of two of them, or none; half of them are free at least, so each search ends soon
    std::size_t m_size = 0;
};

} // namespace gatehouse::people
