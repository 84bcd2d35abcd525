// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/event_cut.h"
#include "gateway/translate/events.h"
#include "gateway/translate/given.h"
#include "gateway/translate/translate.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::translate {

/// What a caller has of a stream, read from the very bytes that go there, so that it is true whoever wrote them.
class CallerSide
{
public:
    explicit CallerSide(Dialect dialect);

    /// \a bytes, whole events, go to the caller.
    void follow(std::string_view bytes);

    bool hasBegun() const { return m_hasBegun; }
    std::size_t size() const { return m_size; } ///< bytes of its text and thoughts, as far as they were read
    const Given &given() const { return m_given; }
    /// The text of the answer.
    std::string said() const;
    /// Why nobody else can go on from here; empty = somebody can.
    std::string_view obstacle() const;
    bool isFinished() const { return m_isFinished; } ///< why it ended was said
    bool isEnded() const { return m_isEnded; }       ///< and that nothing follows
    bool hasUsage() const { return m_decoder && m_decoder->usage().reported; }

private:
    Result<> onEvent(const CutEvent &event);
    void onStep(const StreamEvent &step);
    void stumble(std::string_view obstacle);

    const View m_view;
    EventCut m_cut;
    std::unique_ptr<EventDecoder> m_decoder;
    std::vector<StreamEvent> m_steps;
    Given m_given;
    std::string m_said; // escaped
    std::string_view m_obstacle;
    std::size_t m_size = 0;
    bool m_hasBegun = false;
    bool m_isUnreadable = false;
    bool m_isFinished = false;
    bool m_isEnded = false;
    bool m_isThinking = false; // the last that was given is a thought without an end
};

} // namespace gatehouse::translate
