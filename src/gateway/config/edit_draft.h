// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/tree_edit.h"

#include <optional>
#include <string>

namespace gatehouse::config {

/// A text with what it means, or is to mean.
struct Draft {
    std::string text;
    Value tree;
};

/// The tree of \a text; an empty text is a map without entries. Nothing where it is no map, or cannot be read.
std::optional<Value> mapOf(const std::string &text);
/// \a draft after one edit more, or why that cannot be.
Result<Draft, std::string> afterEdit(const Draft &draft, const PlainEdit &edit);
/// Whether the text means its tree.
bool meansIt(const Draft &draft);

inline constexpr const char *notMeant = "this cannot be done without changing something else: perhaps the value is used in other "
                                        "places through an anchor (&); change the text by hand";
inline constexpr const char *notReadable = "the file cannot be read as it is; mend its text first";

} // namespace gatehouse::config
