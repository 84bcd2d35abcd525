// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace bench {

/// A chat request of about \a bytes bytes that looks like what applications send: a system prompt and turns of some two
/// kilobytes, with line breaks, quotes, code and letters beyond ASCII.
std::string chatBody(const std::string &model, std::size_t bytes, bool stream);

} // namespace bench
