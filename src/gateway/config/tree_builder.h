// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"

#include <yaml-cpp/eventhandler.h>

#include <map>
#include <unordered_map>

namespace gatehouse::config {

/// Builds values from yaml-cpp's events: anchors, aliases, merge keys, repeated keys, and the limits on depth and size.
/// After a first error it ignores what follows. Lives for one file, inside readYaml().
class TreeBuilder final : public YAML::EventHandler
{
public:
    TreeBuilder(const std::string &file, std::vector<Diagnostic> &diagnostics);

    const Value &root() const { return m_root; }
    bool hasFailed() const { return m_hasFailed; }
    const Mark &lastPlace() const { return m_lastPlace; } // of the last key or value that was read
    void refuseSecondDocument();

    void OnDocumentStart(const YAML::Mark &mark) override;
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &text) override;
    void OnSequenceStart(
        const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override { closeCollection(); }
    void OnMapStart(
        const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style) override;
    void OnMapEnd() override { closeCollection(); }

private:
    /// A finished value with what it costs: nodes in it, aliases expanded, and levels below it.
    struct Built {
        Value value;
        std::size_t nodes = 1;
        int depth = 1;
    };
    /// A list or map that is still open.
    struct Open {
        bool isMap = false;
        Mark mark;
        YAML::anchor_t anchor = 0;
        std::vector<Value> items = {};
        std::vector<Value::Entry> entries = {};
        std::unordered_map<std::string, std::size_t> places = {}; // of keys among the entries
        std::vector<Value> merged = {};                           // maps that came through <<
        bool hasKey = false;
        bool keyMerges = false;
        std::string key = {};
        Mark keyMark = {};
        std::size_t nodes = 1;
        int depth = 1;
    };

    Mark place(const YAML::Mark &mark) const;
    void fail(Mark where, std::string message);
    void open(Open collection);
    void closeCollection();
    void remember(YAML::anchor_t anchor, const Built &built);
    void add(Built built, bool isPlain);
    void addToMap(Open &map, const Value &value, bool isPlain);
    void takeKey(Open &map, const Value &value, bool isPlain);
    void takeMerge(Open &map, const Value &value);
    void takeEntry(Open &map, Value value);
    Value finished(Open &open) const;

    std::string m_file;
    std::vector<Diagnostic> &m_diagnostics;
    Value m_root;
    Mark m_documentMark;
    Mark m_lastPlace;
    bool m_hasFailed = false;
    std::vector<Open> m_stack;
    std::map<YAML::anchor_t, Built> m_anchors;
};

} // namespace gatehouse::config
