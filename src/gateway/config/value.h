// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/secret.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gatehouse::config {

/// Where something stands in a file. Lines and columns count from 1; 0 = nowhere.
struct Mark {
    std::string file;
    int line = 0;
    int column = 0;
};

/// An immutable tree as YAML describes it, each node with its place. Cheap to copy.
class Value
{
public:
    enum class Kind { Null, Boolean, Integer, Real, String, List, Map };
    using Entry = std::pair<std::string, Value>;

    Value();
    static Value null(Mark mark = {});
    static Value boolean(bool value, Mark mark = {});
    static Value integer(std::int64_t value, Mark mark = {});
    static Value real(double value, Mark mark = {});
    static Value string(std::string value, Mark mark = {}, bool isSecret = false);
    static Value list(std::vector<Value> items, Mark mark = {});
    static Value map(std::vector<Entry> entries, Mark mark = {});

    Kind kind() const;
    bool isNull() const { return kind() == Kind::Null; }
    const Mark &mark() const;
    /// Where the key stands that this value belongs to; mark() for values without one.
    const Mark &keyMark() const;

    /// Readers with a default for the wrong kind. Numbers convert into each other; text is not turned into numbers here
    /// (parsing did that where the schema wants a number).
    bool asBool(bool otherwise = false) const;
    std::int64_t asInt(std::int64_t otherwise = 0) const;
    double asDouble(double otherwise = 0) const;
    std::string asString(std::string otherwise = {}) const; ///< a scalar's text; of a secret too: use with care
    Secret asSecret() const;
    std::vector<std::string> asStrings() const; ///< a list of scalars, or one scalar as a list of one

    const std::vector<Value> &items() const;   ///< of a list; empty otherwise
    const std::vector<Entry> &entries() const; ///< of a map, in the file's order; empty otherwise
    Value find(std::string_view key) const;    ///< of a map; null when absent
    bool has(std::string_view key) const;      ///< of a map: the key is there, and not null

    bool isSecret() const;      ///< a credential: show() hides it
    std::string toJson() const; ///< as JSON text, secrets in clear: for providers only
    std::string show() const;   ///< as JSON text for people, secrets as "•••"

    Value withKeyMark(Mark mark) const;
    Value asHidden() const; ///< the same, marked as a secret with all that is in it
    /// The same scalar with the words it was written in: "0123" stays "0123" for who wants text, though it is the number 83.
    Value withText(std::string text) const;
    /// This map with \a key set to \a value, in place if it was there.
    Value with(std::string_view key, Value value) const;

private:
    struct Node;
    explicit Value(std::shared_ptr<const Node> node);
    std::shared_ptr<const Node> m_node;
};

} // namespace gatehouse::config
