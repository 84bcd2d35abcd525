// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/translate/cut_stream.h"

#include "gateway/translate/json_view.h"
#include "gateway/translate/provider_words.h"

namespace gatehouse::translate {

namespace {

constexpr std::size_t mostHeld = 1024 * 1024;

} // namespace

Result<> CutStream::feed(std::string_view bytes, std::string &out)
{
    auto done = m_cut.feed(bytes, [&](const CutEvent &event) { return onEvent(event, out); });
    if (done && m_cut.overflowed())
        return broken("an event of the stream is too large");
    return done;
}

Result<> CutStream::flush(std::string &out)
{
    return m_cut.flush([&](const CutEvent &event) { return onEvent(event, out); });
}

Result<> CutStream::checkFraming() const
{
    if (m_cut.unframed().empty())
        return {};
    const auto whole = wire::JsonObject::parse(std::string(m_cut.unframed()));
    if (whole && saysSomething(whole->find("error")))
        return carried(whole->find("error"), whole->text());
    return broken("the provider answered a stream with something else");
}

Failure<Error> CutStream::broken(std::string_view what) const
{
    return {brokenAnswer(m_view, what)};
}

Failure<Error> CutStream::cut(std::string_view what) const
{
    return {cutAnswer(m_view, what)};
}

Failure<Error> CutStream::carried(std::string_view error, std::string_view whole) const
{
    return {carriedError(m_view, error, whole)};
}

std::string &HeldBeginning::place(bool saysNothing, std::string &out)
{
    if (m_isOver)
        return out;
    if (saysNothing && m_held.size() < mostHeld)
        return m_held;
    m_isOver = true;
    out += m_held;
    m_held = {};
    return out;
}

} // namespace gatehouse::translate
