// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gatehouse::pipeline {

/// How many of a file's first bytes fileKind() looks at.
constexpr std::size_t tellingBytes = 16;

/// The media type of a file that begins with \a start and that its server calls \a contentType; empty where it is neither a
/// picture nor a PDF. The bytes are believed first, where they say something: servers often call what they store by a wrong name
/// or by none, and a provider that is told the wrong one refuses the picture.
std::string fileKind(std::string_view start, std::string_view contentType);

} // namespace gatehouse::pipeline
