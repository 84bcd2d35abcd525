// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/guardrails/content_filter.h"

#include "gateway/wire/json_writer.h"

#include <algorithm>

namespace gatehouse::guardrails {

namespace {

std::string quoted(std::string_view text)
{
    std::string json;
    wire::appendJsonString(json, text);
    return json;
}

std::string upper(std::string text)
{
    std::transform(
        text.begin(), text.end(), text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return text;
}

// Letters beyond ASCII are compared as they are: who writes a word in another case there is found by the expression alone.
bool isSameWord(std::string_view one, std::string_view other)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), [&](char a, char b) { return lower(a) == lower(b); });
}

const ContentFilter::Word &wordOf(const ContentFilter::Words &words, std::string_view found)
{
    const auto word =
        std::find_if(words.all.begin(), words.all.end(), [&](const auto &each) { return isSameWord(each.keyword, found); });
    return word == words.all.end() ? words.all.front() : *word;
}

class LocalHearing final : public Hearing
{
public:
    LocalHearing(const ContentFilter &filter, const Question &question)
        : m_filter(filter)
        , m_question(question)
    {
    }
    Turn begin() override { return m_filter.judge(m_question.texts); }
    Turn hear(int, std::string_view) override { return Judgement {}; }

private:
    const ContentFilter &m_filter;
    const Question &m_question;
};

} // namespace

/// Something that is not to pass, and by which of the two it was found.
struct ContentFilter::Find {
    Range range;
    const Rule *rule = nullptr;
    const Word *word = nullptr;
    Action action() const { return rule ? rule->action : word->action; }
};

std::unique_ptr<Hearing> ContentFilter::open(const Question &question) const
{
    return std::make_unique<LocalHearing>(*this, question);
}

std::optional<std::vector<ContentFilter::Find>> ContentFilter::look(std::string_view text, std::string &givenUp) const
{
    std::vector<Find> finds;
    for (const Rule &rule : m_rules.rules) {
        const auto ranges = rule.pattern.findAll(text);
        if (!ranges) {
            givenUp = rule.name;
            return std::nullopt;
        }
        for (const Range &range : *ranges) {
            if (!rule.isTrue || rule.isTrue(text.substr(range.begin, range.size)))
                finds.push_back({range, &rule, nullptr});
        }
    }
    for (const Words &words : m_rules.words) {
        const auto ranges = words.pattern.findAll(text);
        if (!ranges) {
            givenUp = "blocked_words";
            return std::nullopt;
        }
        for (const Range &range : *ranges)
            finds.push_back({range, nullptr, &wordOf(words, text.substr(range.begin, range.size))});
    }
    return finds;
}

Judgement ContentFilter::judge(const std::vector<std::string> &texts) const
{
    Judgement judgement;
    std::vector<std::vector<Find>> all;
    for (const std::string &text : texts) {
        std::string givenUp;
        auto finds = look(text, givenUp);
        if (!finds) {
            judgement.kind = Judgement::Kind::Fails;
            judgement.message = "the search for " + givenUp + " took too long";
            return judgement;
        }
        const auto blocking =
            std::find_if(finds->begin(), finds->end(), [](const Find &each) { return each.action() == Action::Block; });
        if (blocking != finds->end())
            return blockedBy(*blocking);
        all.push_back(std::move(*finds));
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!all[i].empty())
            judgement.kind = Judgement::Kind::Changes;
        judgement.texts.push_back(masked(texts[i], std::move(all[i]), judgement));
    }
    return judgement;
}

Judgement ContentFilter::blockedBy(const Find &find) const
{
    Judgement judgement;
    judgement.kind = Judgement::Kind::Blocks;
    if (find.rule) {
        judgement.message = "Content blocked: " + find.rule->name + " pattern detected";
        judgement.fields = {{"pattern", quoted(find.rule->name)}};
        return judgement;
    }
    const Word &word = *find.word;
    judgement.message = "Content blocked: keyword '" + word.keyword + "' detected";
    if (!word.description.empty())
        judgement.message += " (" + word.description + ")";
    judgement.fields = {
        {"keyword", quoted(word.keyword)}, {"description", word.description.empty() ? std::string() : quoted(word.description)}};
    return judgement;
}

std::string ContentFilter::tagOf(const Find &find) const
{
    if (find.word)
        return m_rules.keywordTag;
    constexpr std::string_view place = "{pattern_name}";
    std::string tag = m_rules.patternTag;
    if (const std::size_t at = tag.find(place); at != std::string::npos)
        tag.replace(at, place.size(), upper(find.rule->name));
    return tag;
}

// Of finds that overlap the first counts, and of those that begin together the longest.
std::string ContentFilter::masked(const std::string &text, std::vector<Find> finds, Judgement &judgement) const
{
    std::stable_sort(finds.begin(), finds.end(), [](const Find &a, const Find &b) {
        return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.size > b.range.size;
    });
    std::string result;
    std::size_t at = 0;
    for (const Find &find : finds) {
        if (find.range.end() <= at)
            continue;
        ++judgement.masked[find.rule ? find.rule->name : "KEYWORD"];
        if (find.range.begin >= at) {
            result.append(text, at, find.range.begin - at);
            result += tagOf(find);
        }
        at = find.range.end(); // what overlaps the one before disappears with it
    }
    result.append(text, at);
    return result;
}

} // namespace gatehouse::guardrails
