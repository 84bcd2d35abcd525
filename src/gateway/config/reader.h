// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"
#include "gateway/config/lookup.h"
#include "gateway/config/schema_tree.h"

#include <set>

namespace gatehouse::config {

/// Goes once through a whole configuration beside the schema: resolves references, gives values the type the schema wants, marks
/// secrets, and says what is unknown, wrong, or not active yet. Lives for one parse().
class Reader
{
public:
    Reader(Lookup &lookup, std::vector<Diagnostic> &diagnostics);
    Value read(const Value &root);

private:
    /// Where the reader is: the schema's node, or nullptr where the schema leaves a value free, and the path for messages.
    struct Place {
        const SchemaNode *node = nullptr;
        std::string path;
        std::string_view name; // the last key
    };

    Value visit(const Value &value, const Place &place);
    Value visitMap(const Value &map, const Place &place);
    Value visitList(const Value &list, const Place &place);
    Value resolved(const Value &value, const Place &place);
    Value missing(const Value &value, const Place &place, const Found &found);
    Value shaped(const Value &value, const Place &place);
    Value guarded(const Value &value, const Place &place);
    Value cleanSecret(const Value &value, const Place &place);
    void checkChoice(const Value &value, const Place &place);
    void announce(const Value &value, const Place &place);
    void unknownKey(const Value &value, const Place &parent, const std::string &name);
    void say(Diagnostic::Level level, const Mark &where, std::string message);

    Lookup &m_lookup;
    std::vector<Diagnostic> &m_diagnostics;
    std::set<const Key *> m_announced;
};

} // namespace gatehouse::config
