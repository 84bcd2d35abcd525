// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/seam_encoder.h"

#include "gateway/translate/json_view.h"
#include "gateway/translate/overlap.h"
#include "gateway/wire/json_writer.h"

#include <vector>

namespace gatehouse::translate {

namespace {

using Kind = StreamEvent::Kind;

bool isThought(Kind kind)
{
    return kind == Kind::Thinking || kind == Kind::Signature || kind == Kind::Redacted;
}

class SeamEncoder final : public EventEncoder
{
public:
    SeamEncoder(std::unique_ptr<EventEncoder> encoder, Seam seam)
        : m_encoder(std::move(encoder))
        , m_seam(std::move(seam))
        , m_overlap(m_seam.said, m_seam.spaceWithheld)
    {
    }
    void encode(const StreamEvent &event, const Usage &usage, std::string &out) override;
    void resume(const Given &given, std::string &out) override { m_encoder->resume(given, out); }

private:
    void hold(const StreamEvent &event, const Usage &usage, std::string &out);
    void give(std::size_t repeated, const Usage &usage, std::string &out);
    void say(const StreamEvent &event, const Usage &usage, std::string &out);

    const std::unique_ptr<EventEncoder> m_encoder;
    const Seam m_seam;
    const Overlap m_overlap;
    std::vector<std::string> m_held; // texts, as JSON strings, of which it is not known yet whether they repeat
    std::string m_heldText;
    bool m_isJoined = false; // the rest has begun
    bool m_isJudged = false; // what repeats was taken out
};

void SeamEncoder::encode(const StreamEvent &event, const Usage &usage, std::string &out)
{
    if (event.kind == Kind::Start || event.choice != 0)
        return;
    if (isThought(event.kind) && !m_seam.said.empty())
        return; // it would cut the text in two
    if (event.kind == Kind::Text && !m_isJudged)
        return hold(event, usage, out);
    if (!m_isJudged && !m_held.empty())
        give(m_overlap.judgeWhole(m_heldText), usage, out);
    say(event, usage, out);
}

void SeamEncoder::hold(const StreamEvent &event, const Usage &usage, std::string &out)
{
    m_held.emplace_back(event.textJson);
    m_heldText += textOf(event.textJson);
    if (const auto repeated = m_overlap.judge(m_heldText))
        give(*repeated, usage, out);
}

// What does not repeat goes on as it came: half a character in an escape stays one, until its other half follows.
void SeamEncoder::give(std::size_t repeated, const Usage &usage, std::string &out)
{
    m_isJudged = true;
    for (const std::string &textJson : m_held) {
        if (repeated == 0) {
            say({Kind::Text, textJson}, usage, out);
            continue;
        }
        const std::string text = textOf(textJson);
        if (repeated < text.size()) {
            const std::string rest = wire::JsonWriter().string(std::string_view(text).substr(repeated)).take();
            say({Kind::Text, rest}, usage, out);
        }
        repeated -= std::min(repeated, text.size());
    }
    m_held = {};
    m_heldText = {};
}

void SeamEncoder::say(const StreamEvent &event, const Usage &usage, std::string &out)
{
    if (!m_isJoined) {
        m_isJoined = true;
        out += m_seam.remark;
        m_encoder->resume(m_seam.given, out);
    }
    m_encoder->encode(event, event.kind == Kind::End ? m_seam.total(usage) : usage, out);
}

} // namespace

std::unique_ptr<EventEncoder> seamEncoder(std::unique_ptr<EventEncoder> encoder, Seam seam)
{
    return std::make_unique<SeamEncoder>(std::move(encoder), std::move(seam));
}

} // namespace gatehouse::translate
