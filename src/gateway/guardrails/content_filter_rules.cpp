// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/config/text_file.h"
#include "gateway/config/yaml.h"
#include "gateway/guardrails/content_filter.h"
#include "gateway/guardrails/prebuilt.h"

#include <algorithm>

namespace gatehouse::guardrails {

namespace {

using config::Diagnostic;
using config::Value;

bool isWordly(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'
        || static_cast<unsigned char>(c) >= 0x80;
}

// No part of a longer word.
std::string wholeWord(const std::string &keyword)
{
    return (isWordly(keyword.front()) ? "(?<!\\w)" : "") + literal(keyword) + (isWordly(keyword.back()) ? "(?!\\w)" : "");
}

/// Reads the keys of one filter.
class Reader
{
public:
    Reader(const Value &params, std::vector<Diagnostic> &notes)
        : m_params(params)
        , m_notes(notes)
    {
    }

    ContentFilter::Rules read()
    {
        for (const Value &each : m_params.find("patterns").items())
            readPattern(each);
        std::vector<ContentFilter::Word> words;
        readWords(m_params.find("blocked_words"), words);
        if (const Value file = m_params.find("blocked_words_file"); !file.isNull())
            readFile(file, words);
        readCategories();
        addWords(std::move(words));
        if (const Value tag = m_params.find("pattern_redaction_format"); !tag.isNull())
            m_rules.patternTag = tag.asString();
        if (const Value tag = m_params.find("keyword_redaction_tag"); !tag.isNull())
            m_rules.keywordTag = tag.asString();
        return std::move(m_rules);
    }

private:
    void note(const Value &where, std::string message)
    {
        m_notes.push_back({Diagnostic::Level::Warning, where.mark(), std::move(message)});
    }

    // What is not said blocks: that errs on the safe side.
    Action actionOf(const Value &entry)
    {
        const Value given = entry.find("action");
        const std::string word = given.asString();
        if (word == "MASK" || word == "mask")
            return Action::Mask;
        if (!given.isNull() && word != "BLOCK" && word != "block")
            note(given, "the action '" + word + "' is neither BLOCK nor MASK: BLOCK is taken");
        return Action::Block;
    }

    void readPattern(const Value &entry)
    {
        const std::string type = entry.find("pattern_type").asString();
        const Value given = entry.find(type == "regex" ? "pattern" : "pattern_name");
        std::string name = entry.find("name").asString();
        const Prebuilt *row = nullptr;
        std::string expression = given.asString();
        if (type != "regex") {
            row = findPrebuilt(expression);
            if (!row)
                return note(entry, "there is no prebuilt pattern '" + expression + "': it is not looked for");
            name = expression;
            expression = row->expression;
        } else if (name.empty()) {
            name = entry.find("pattern_name").asString("custom_regex");
        }
        auto pattern = Pattern::compile(expression);
        if (!pattern)
            return note(given, "the pattern '" + name + "' is not looked for: " + pattern.error());
        m_rules.rules.push_back({std::move(*pattern), std::move(name), actionOf(entry), row ? row->isTrue : nullptr});
    }

    void readWords(const Value &list, std::vector<ContentFilter::Word> &words)
    {
        for (const Value &each : list.items()) {
            const std::string keyword = each.kind() == Value::Kind::Map ? each.find("keyword").asString() : each.asString();
            if (keyword.empty())
                note(each, "a blocked word without a keyword is left out");
            else
                words.push_back({keyword, actionOf(each), each.find("description").asString()});
        }
    }

    // A list, or one under blocked_words.
    void readFile(const Value &file, std::vector<ContentFilter::Word> &words)
    {
        const auto text = config::readText(file.asString());
        if (!text)
            return note(file, "the blocked words of " + file.asString() + " are not looked for: " + text.error());
        std::vector<Diagnostic> problems;
        const Value content = config::readYaml(*text, file.asString(), problems);
        if (content.isNull())
            return note(file, "the blocked words of " + file.asString() + " are not looked for: it is no YAML");
        readWords(content.kind() == Value::Kind::List ? content : content.find("blocked_words"), words);
    }

    void readCategories()
    {
        for (const Value &each : m_params.find("categories").items()) {
            if (each.find("enabled").asBool(true))
                note(each, "the category '" + each.find("category").asString() + "' is not built yet: it is not looked for");
        }
    }

    // Apart by what becomes of them, so that nothing to mask hides what is to block; longer ones first for the same reason.
    void addWords(std::vector<ContentFilter::Word> words)
    {
        std::stable_sort(
            words.begin(), words.end(), [](const auto &a, const auto &b) { return a.keyword.size() > b.keyword.size(); });
        const auto masked =
            std::stable_partition(words.begin(), words.end(), [](const auto &each) { return each.action == Action::Block; });
        addTogether({words.begin(), masked});
        addTogether({masked, words.end()});
    }

    // A bounded number in one expression: each place of a text is tried with all of them.
    void addTogether(const std::vector<ContentFilter::Word> &words)
    {
        constexpr std::ptrdiff_t together = 100;
        for (auto begin = words.begin(); begin != words.end();) {
            const auto end = words.end() - begin > together ? begin + together : words.end();
            std::string expression;
            for (auto word = begin; word != end; ++word)
                expression += (word == begin ? "" : "|") + wholeWord(word->keyword);
            auto pattern = Pattern::compile(expression, Pattern::Case::Ignored);
            if (pattern)
                m_rules.words.push_back({std::move(*pattern), {begin, end}});
            else
                note(m_params, "blocked words are not looked for: " + pattern.error());
            begin = end;
        }
    }

    const Value &m_params;
    std::vector<Diagnostic> &m_notes;
    ContentFilter::Rules m_rules;
};

} // namespace

std::unique_ptr<Judge> contentFilter(const Value &params, std::vector<Diagnostic> &notes)
{
    ContentFilter::Rules rules = Reader(params, notes).read();
    if (rules.rules.empty() && rules.words.empty())
        notes.push_back({Diagnostic::Level::Warning, params.mark(),
            "this litellm_content_filter looks for nothing: it lets everything pass"});
    return std::make_unique<ContentFilter>(std::move(rules));
}

} // namespace gatehouse::guardrails
