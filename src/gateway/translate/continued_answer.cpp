// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/continued_answer.h"

#include <algorithm>

namespace gatehouse::translate {

namespace {

void add(Usage &sum, const Usage &usage)
{
    sum.input += usage.input;
    sum.output += usage.output;
    sum.cachedRead += usage.cachedRead;
    sum.cacheWrite += usage.cacheWrite;
    sum.cacheWrite5m += usage.cacheWrite5m;
    sum.cacheWrite1h += usage.cacheWrite1h;
    sum.reasoning += usage.reasoning;
    sum.audioInput += usage.audioInput;
    sum.audioOutput += usage.audioOutput;
    sum.reported = sum.reported || usage.reported;
}

} // namespace

ContinuedAnswer::ContinuedAnswer(const wire::Call &call)
    : caller(call.dialect)
    , m_call(call)
    , m_callsObstacle(obstacleTo(call))
{
}

// A provider that said nothing leaves no part: as ever, what is tried again is not billed.
void ContinuedAnswer::begin(const View &next)
{
    view = next;
    m_isJsonTool = m_isJsonTool || view.jsonTool;
    withheld.clear();
    if (!parts.empty() && sizeOfLast() == 0)
        parts.pop_back();
    m_sizeBefore = caller.size();
    parts.push_back({view.deployment, {}, true});
}

// What broke off is at least what was seen of it; and it had read about as much as the next one, which reads that and what was
// said.
void ContinuedAnswer::charge(const Usage &usage, bool isWhole)
{
    Continuation::Part &last = parts.back();
    last.usage = usage;
    last.isEstimate = !isWhole || !usage.reported;
    if (last.isEstimate)
        last.usage.output = std::max(usage.output, roughTokens(sizeOfLast()));
    for (std::size_t i = 0; usage.reported && i + 1 < parts.size(); ++i) {
        if (!parts[i].usage.reported)
            parts[i].usage.input = std::max<std::int64_t>(0, usage.input - shown.tokens - instructionTokens());
    }
}

Usage ContinuedAnswer::total() const
{
    Usage sum;
    for (const Continuation::Part &part : parts)
        add(sum, part.usage);
    return sum;
}

std::string_view ContinuedAnswer::obstacle() const
{
    if (!m_callsObstacle.empty())
        return m_callsObstacle;
    if (m_isJsonTool)
        return jsonObstacle;
    return caller.obstacle();
}

Result<wire::Call> ContinuedAnswer::rest(const Addressee &to)
{
    shown = {};
    const std::string said = caller.said();
    if (said.find_first_not_of(" \t\r\n") == said.npos) // nobody can go on with nothing
        return m_call;
    shown = {said, roughTokens(said.size()), promptingOf(m_call, to)};
    auto call = continuedCall(m_call, shown, to.dialect);
    shown.text = {};
    return call;
}

} // namespace gatehouse::translate
