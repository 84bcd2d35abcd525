// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <span>

namespace gatehouse::ui {

/// What a snippet is filled in with.
struct SnippetWords {
    QString address;       ///< without a slash at the end
    QString model;         ///< empty: a placeholder
    bool needsKey = false; ///< then a placeholder for it; never the key itself
};

/// Lines to paste that make a first request.
struct Snippet {
    const char *name; ///< a proper name, not translated
    QString (*text)(const SnippetWords &words);
};

std::span<const Snippet> snippets();

} // namespace gatehouse::ui
