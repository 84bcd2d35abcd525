// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/dialect.h"
#include "gateway/core/operation.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::guardrails {

/// What is said in a body, and where: found for guardrails, and written back where they change it. All else of the body stays as
/// it is, byte for byte. A text of a stream is told whole, in however many pieces it came.
class Texts
{
public:
    static Texts ofRequest(std::string_view body, Dialect dialect, Operation operation);
    static Texts ofAnswer(std::string_view body, Dialect dialect, Operation operation);
    /// What stands at \a places of \a body: text_places.h says how they are written.
    static Texts at(const std::vector<std::string> &places, std::string_view body);
    /// \a bytes are all events of a stream, or all items of Google's array, as its caller gets them.
    static Texts ofStream(std::string_view bytes, Dialect dialect);

    /// Whether an answer of this kind can hold any.
    static bool areInAnswers(Dialect dialect, Operation operation);

    const std::vector<std::string> &all() const { return m_all; }
    bool empty() const { return m_all.empty(); }
    /// \a body, which they were found in, with \a texts in their places.
    std::string written(std::string_view body, const std::vector<std::string> &texts) const;

private:
    /// A JSON string, and which part of which text it holds.
    struct Piece {
        std::size_t begin, size;
        std::size_t text;
        std::size_t offset, length; // in that text
        bool isBare = false;        // it is no JSON, but the text itself
    };
    class Finder;

    std::vector<std::string> m_all;
    std::vector<Piece> m_pieces;
};

} // namespace gatehouse::guardrails
