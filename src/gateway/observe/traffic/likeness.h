// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace gatehouse::observe::traffic {

/// How much two texts have in common, in bytes: what is sent to a provider is mostly what its caller sent, with another name of a
/// model in it, and so are the answers.
struct Likeness {
    std::size_t begin = 0, end = 0; ///< they begin and end with the same, which does not overlap in either
    std::size_t both() const { return begin + end; }
};

Likeness likenessOf(std::string_view one, std::string_view other);

} // namespace gatehouse::observe::traffic
