// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/event_cut.h"
#include "gateway/translate/translate.h"

#include <string>
#include <string_view>

namespace gatehouse::translate {

/// A stream that comes in events: cuts it into them, and knows how one fails that is none.
class CutStream : public Stream
{
public:
    Result<> feed(std::string_view bytes, std::string &out) final;

protected:
    explicit CutStream(View view)
        : m_view(std::move(view))
    {
    }

    virtual Result<> onEvent(const CutEvent &event, std::string &out) = 0;
    /// The provider is done: the last event, should only its blank line be missing.
    Result<> flush(std::string &out);
    /// Fails when what came was no event stream: with the error that stands in its place, if there is one.
    Result<> checkFraming() const;

    Failure<Error> broken(std::string_view what) const;
    Failure<Error> cut(std::string_view what) const;
    /// \a error came in an event with the data \a whole.
    Failure<Error> carried(std::string_view error, std::string_view whole) const;

    const View m_view;

private:
    EventCut m_cut;
};

/// The beginning of an answer, held back while it says nothing yet: until then another provider may still be asked.
class HeldBeginning
{
public:
    bool isOver() const { return m_isOver; }
    /// Where the next event is to be written. With the first that says something (or when too much is held) all that was held
    /// goes out.
    std::string &place(bool saysNothing, std::string &out);

private:
    std::string m_held;
    bool m_isOver = false;
};

} // namespace gatehouse::translate
