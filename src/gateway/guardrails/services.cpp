// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/guardrails/services.h"

namespace gatehouse::guardrails {

upstream::Outgoing postOf(std::string url, std::string json)
{
    upstream::Outgoing outgoing;
    outgoing.url = std::move(url);
    outgoing.headers.add("content-type", "application/json");
    outgoing.body = std::move(json);
    return outgoing;
}

Judgement failed(std::string why)
{
    Judgement judgement;
    judgement.kind = Judgement::Kind::Fails;
    judgement.message = std::move(why);
    return judgement;
}

Judgement blocked(std::string message, std::vector<Judgement::Field> fields)
{
    Judgement judgement;
    judgement.kind = Judgement::Kind::Blocks;
    judgement.message = std::move(message);
    judgement.fields = std::move(fields);
    return judgement;
}

std::optional<Judgement> noAnswer(int status, std::string_view body)
{
    if (status < 200 || status > 299)
        return failed("its service answered with status " + std::to_string(status));
    const char kind = wire::jsonKind(body);
    if (kind != 'o' && kind != 'a')
        return failed("its service answered with something else than JSON");
    return std::nullopt;
}

std::string withoutSlash(std::string text)
{
    while (text.ends_with('/'))
        text.pop_back();
    return text;
}

Turn TextByText::begin()
{
    return m_question.texts.empty() ? Turn(close()) : Turn(ask(m_question.texts.front()));
}

Turn TextByText::hear(int status, std::string_view body)
{
    if (auto wrong = noAnswer(status, body))
        return std::move(*wrong);
    Step step = read(m_question.texts[m_at], body);
    if (auto *judgement = std::get_if<Judgement>(&step))
        return std::move(*judgement);
    if (auto *more = std::get_if<upstream::Outgoing>(&step))
        return std::move(*more);
    ++m_at;
    return m_at == m_question.texts.size() ? Turn(close()) : Turn(ask(m_question.texts[m_at]));
}

} // namespace gatehouse::guardrails
