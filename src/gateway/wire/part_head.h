// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::wire {

/// The head of one part of a form (RFC 7578). A value.
struct PartHead {
    std::string name;
    std::optional<std::string> fileName; ///< set: the part is a file
    std::string text;                    ///< its lines as they came, without the empty one at the end
};

/// Reads the lines of a part's head, and refuses every head that another reader could understand otherwise: what is taken for a
/// file here must not be the field `model` to the provider who is sent it. Fails with Fault::InvalidRequest.
Result<PartHead> readPartHead(std::string_view text);

/// The boundary that the Content-Type of a form names (RFC 2046 5.1.1). Fails with Fault::InvalidRequest.
Result<std::string> boundaryOf(std::string_view contentType);

} // namespace gatehouse::wire
