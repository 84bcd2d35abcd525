// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/guardrails/kinds.h"
#include "gateway/wire/json_object.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Guardrails that ask a service, one file for each, and what they share.
namespace gatehouse::guardrails {

using Made = Result<std::unique_ptr<Judge>, std::string>;

Made makeModeration(const Source &source);
Made makePresidio(const Source &source);
Made makeGenericApi(const Source &source);
Made makeBedrock(const Source &source);
Made makeLakera(const Source &source);
Made makePromptShield(const Source &source);
Made makeTextModerations(const Source &source);

/// A POST of \a json to \a url.
upstream::Outgoing postOf(std::string url, std::string json);
/// Nothing where \a body is an answer: a status of success and a JSON object; else why it is none, without its words, which may
/// repeat what was asked.
std::optional<Judgement> noAnswer(int status, std::string_view body);
Judgement failed(std::string why);
Judgement blocked(std::string message, std::vector<Judgement::Field> fields = {});
/// \a text without slashes at its end.
std::string withoutSlash(std::string text);

/// A hearing that asks for each text on its own, one after the other.
class TextByText : public Hearing
{
public:
    explicit TextByText(const Question &question)
        : m_question(question)
    {
    }
    Turn begin() override;
    Turn hear(int status, std::string_view body) override;

protected:
    /// What comes of an answer: on to the next text, or this.
    using Step = std::variant<std::monostate, Judgement, upstream::Outgoing>;
    virtual upstream::Outgoing ask(const std::string &text) = 0;
    virtual Step read(const std::string &text, std::string_view body) = 0;
    /// When all texts are through.
    virtual Judgement close() { return {}; }
    const Question &question() const { return m_question; }
    std::size_t at() const { return m_at; }

private:
    const Question &m_question;
    std::size_t m_at = 0;
};

} // namespace gatehouse::guardrails
