// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace gatehouse::wire {

/// Whether \a text is a JSON object in UTF-8, and nothing else: where it is to be passed on as it stands and nothing in it is
/// looked for, that is a fraction of JsonObject::parse(). More than 1,000 levels of nesting are refused, as there.
bool isJsonObject(std::string_view text);

/// The first byte from \a at on that is not simply part of a string's text: a quote, a backslash or a control character; \a end
/// where there is none.
const char *endOfPlainText(const char *at, const char *end);

} // namespace gatehouse::wire
