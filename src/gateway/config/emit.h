// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/outline.h"
#include "gateway/config/value.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace gatehouse::config {

/// The habits of a file, which what is added to it takes on.
struct EmitStyle {
    std::size_t step = 2;     ///< columns from a map to the map below it
    std::size_t listStep = 2; ///< from a map to the dashes of a list below it; 0 = they stand below the key
    std::size_t itemStep = 2; ///< from a dash to what is behind it
    char quote = '"';
    std::string lineBreak = "\n";
};
EmitStyle styleOf(std::string_view text, const OutlineNode &root);

/// A value written in two parts: what stands on the line of its key or dash, and the lines below, each with its break.
struct Emitted {
    std::string head = {}; ///< " 3"; empty where all stands below
    std::string body = {};
};

/// Writes values as the simplest YAML that means them, to YAML 1.1 and 1.2 alike. Pure.
class Emitter
{
public:
    explicit Emitter(EmitStyle style)
        : m_style(std::move(style))
    {
    }
    const EmitStyle &style() const { return m_style; }

    /// What stands behind the colon of a key in \a column. \a like is the form it had before: quotes stay, and brackets.
    Emitted behindKey(const Value &value, std::size_t column, OutlineNode::Form like = OutlineNode::Form::Nothing) const;
    /// What stands behind a dash in \a column.
    Emitted behindDash(const Value &value, std::size_t column, OutlineNode::Form like = OutlineNode::Form::Nothing) const;
    /// Lines of "key: value" in \a column.
    std::string entry(const std::string &key, const Value &value, std::size_t column) const;
    /// Lines of "- value" in \a column.
    std::string item(const Value &value, std::size_t column) const;
    /// On one line, as brackets want it.
    std::string inFlow(const Value &value, OutlineNode::Form like = OutlineNode::Form::Nothing) const;
    std::string key(const std::string &key, OutlineNode::Form like = OutlineNode::Form::Nothing, bool inFlow = false) const;

private:
    std::string scalar(const Value &value, OutlineNode::Form like, bool inFlow) const;
    std::string text(const std::string &text, OutlineNode::Form like, bool inFlow) const;
    std::string lines(const Value &collection, std::size_t column) const;
    Emitted paragraph(const std::string &text, std::size_t column, OutlineNode::Form like) const;
    bool fitsOneLine(const Value &value) const;

    EmitStyle m_style;
};

} // namespace gatehouse::config
