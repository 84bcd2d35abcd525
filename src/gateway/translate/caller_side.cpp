// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/caller_side.h"

#include "gateway/translate/dialects.h"
#include "gateway/translate/json_view.h"

namespace gatehouse::translate {

namespace {

using Kind = StreamEvent::Kind;
using Part = Given::Part;

// All of it is sent to the next provider, and stands in memory until then.
constexpr std::size_t mostSaid = 1024 * 1024;

View viewOf(Dialect dialect)
{
    View view {};
    view.from = view.to = dialect;
    return view;
}

std::string_view obstacleIn(Kind kind)
{
    switch (kind) {
    case Kind::ToolStart:
    case Kind::ToolArguments:
    case Kind::ToolInput:
    case Kind::ToolEnd: return "a tool call had begun";
    case Kind::Refusal: return "it is a refusal";
    case Kind::Image: return "it holds a picture";
    case Kind::Finish:
    case Kind::End: return "it had come to its end";
    default: return {};
    }
}

} // namespace

CallerSide::CallerSide(Dialect dialect)
    : m_view(viewOf(dialect))
{
    if (row(dialect).decoder)
        m_decoder = row(dialect).decoder(m_view);
}

void CallerSide::follow(std::string_view bytes)
{
    m_hasBegun = m_hasBegun || !bytes.empty();
    if (m_isUnreadable || bytes.empty())
        return;
    const auto read = m_cut.feed(bytes, [&](const CutEvent &event) { return onEvent(event); });
    m_isUnreadable = !read || m_cut.overflowed();
    if (m_isUnreadable)
        stumble("what was said of it could not be read");
}

// The first obstacle is the one that is told. It is followed all the same, for it may still come to its end.
void CallerSide::stumble(std::string_view obstacle)
{
    if (m_obstacle.empty())
        m_obstacle = obstacle;
}

Result<> CallerSide::onEvent(const CutEvent &event)
{
    m_steps.clear();
    if (auto decoded = m_decoder->decode(event, m_steps); !decoded)
        return decoded;
    for (const StreamEvent &step : m_steps)
        onStep(step);
    if (const auto object = wire::JsonObject::parse(std::string(event.data)))
        row(m_view.to).note(*object, m_given);
    m_isFinished = m_isFinished || m_given.isFinished;
    if (m_isFinished)
        stumble(obstacleIn(Kind::Finish));
    else if (!m_given.odd.empty())
        stumble(m_given.odd);
    return {};
}

void CallerSide::onStep(const StreamEvent &step)
{
    m_isEnded = m_isEnded || step.kind == Kind::End;
    m_isFinished = m_isFinished || m_isEnded || step.kind == Kind::Finish;
    if (const std::string_view found = obstacleIn(step.kind); !found.empty())
        stumble(found);
    if (step.kind == Kind::Text && m_obstacle.empty())
        m_said += innerOf(step.textJson);
    if (m_said.size() > mostSaid)
        stumble("it is too long to be shown to another");
    if (step.kind == Kind::Text || step.kind == Kind::Thinking) {
        m_size += innerOf(step.textJson).size();
        m_isThinking = step.kind == Kind::Thinking;
    } else if (step.kind == Kind::Signature || step.kind == Kind::Redacted) {
        m_isThinking = false;
    }
}

std::string CallerSide::said() const
{
    return textOf('"' + m_said + '"');
}

std::string_view CallerSide::obstacle() const
{
    if (!m_obstacle.empty())
        return m_obstacle;
    if (m_isThinking)
        return "it broke off within a thought";
    for (const Part &part : m_given.parts) {
        const bool isText = part.type == "text" || part.type == "message" || part.type == "thinking";
        if (part.stage != Part::Stage::Done && (!isText || &part != &m_given.parts.back()))
            return "it broke off within something that is no text";
    }
    return {};
}

} // namespace gatehouse::translate
