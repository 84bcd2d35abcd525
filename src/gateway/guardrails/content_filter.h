// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"
#include "gateway/guardrails/judge.h"
#include "gateway/guardrails/pattern.h"

#include <memory>
#include <string>
#include <vector>

namespace gatehouse::guardrails {

enum class Action { Block, Mask };

/// litellm_content_filter: expressions and words, looked for here and without asking anybody. What is to block blocks before
/// anything is masked, whatever stands first.
class ContentFilter final : public Judge
{
public:
    /// One expression, and what becomes of what it finds.
    struct Rule {
        Pattern pattern;
        std::string name;
        Action action = Action::Block;
        bool (*isTrue)(std::string_view match) = nullptr;
    };
    struct Word {
        std::string keyword;
        Action action = Action::Block;
        std::string description = {};
    };
    /// Words that are looked for together.
    struct Words {
        Pattern pattern;
        std::vector<Word> all;
    };
    struct Rules {
        std::vector<Rule> rules;
        std::vector<Words> words;
        std::string patternTag = "[{pattern_name}_REDACTED]";
        std::string keywordTag = "[KEYWORD_REDACTED]";
    };

    explicit ContentFilter(Rules rules)
        : m_rules(std::move(rules))
    {
    }
    std::unique_ptr<Hearing> open(const Question &question) const override;
    bool isLocal() const override { return true; }

    Judgement judge(const std::vector<std::string> &texts) const;

private:
    struct Find;
    std::optional<std::vector<Find>> look(std::string_view text, std::string &givenUp) const;
    Judgement blockedBy(const Find &find) const;
    std::string tagOf(const Find &find) const;
    std::string masked(const std::string &text, std::vector<Find> finds, Judgement &judgement) const;

    Rules m_rules;
};

/// The filter that \a params, a guardrail's litellm_params, describe. What cannot be understood is left out, and \a notes say so.
std::unique_ptr<Judge> contentFilter(const config::Value &params, std::vector<config::Diagnostic> &notes);

} // namespace gatehouse::guardrails
