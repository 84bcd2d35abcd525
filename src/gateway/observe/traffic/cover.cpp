// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/traffic/cover.h"

#include "gateway/core/charge_name.h"
#include "gateway/core/guardrail_record.h"
#include "gateway/observe/traffic/packed_fields.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <list>
#include <type_traits>
#include <utility>
#include <vector>

namespace gatehouse::observe::traffic {

namespace {

/// Words for what is chosen among few, so that those of another version are what they were. The last one bounds the search.
template <typename Choice> struct Words;
template <> struct Words<Dialect> {
    static constexpr Dialect last = Dialect::OllamaChat;
    static std::string_view of(Dialect each) { return toString(each); }
};
template <> struct Words<Operation> {
    static constexpr Operation last = Operation::StoredResponse;
    static std::string_view of(Operation each) { return toString(each); }
};
template <> struct Words<Outcome> {
    static constexpr Outcome last = Outcome::Abandoned;
    static std::string_view of(Outcome each) { return toString(each); }
};
template <> struct Words<Charge> {
    static constexpr Charge last = Charge::SearchesHigh;
    static std::string_view of(Charge each) { return toString(each); }
};
template <> struct Words<Fault> {
    static constexpr Fault last = Fault::Internal;
    static std::string_view of(Fault each) { return info(each).name; }
};
template <> struct Words<GuardrailRecord::Status> {
    static constexpr GuardrailRecord::Status last = GuardrailRecord::Status::Failed;
    static std::string_view of(GuardrailRecord::Status each)
    {
        static constexpr std::array<std::string_view, 4> words {"passed", "masked", "blocked", "failed"};
        return words.at(static_cast<std::size_t>(each));
    }
};

template <typename Choice> std::optional<Choice> choiceFrom(std::string_view word)
{
    for (int each = 0; each <= static_cast<int>(Words<Choice>::last); ++each) {
        if (Words<Choice>::of(static_cast<Choice>(each)) == word)
            return static_cast<Choice>(each);
    }
    return std::nullopt;
}

/// Writes one value behind the other.
class Pen
{
public:
    template <typename Value> using Of = const Value;

    explicit Pen(std::string &bytes)
        : m_bytes(bytes)
    {
    }
    template <typename... Values> void operator()(const Values &...values) { (value(values), ...); }
    template <typename Value, typename Each> void all(const std::vector<Value> &values, Each each)
    {
        value(static_cast<std::int64_t>(values.size()));
        for (const Value &one : values)
            each(one);
    }
    /// Of a pointer or an optional: what may be there.
    template <typename Perhaps, typename Each> void perhaps(const Perhaps &there, Each each)
    {
        value(static_cast<bool>(there));
        if (there)
            each(*there);
    }

private:
    void value(std::string_view text) { appendPacked(m_bytes, text); }
    void value(const std::string &text) { appendPacked(m_bytes, text); }
    void value(bool is) { m_bytes += is ? '\1' : '\0'; }
    void value(std::int64_t number) { m_bytes.append(reinterpret_cast<const char *>(&number), sizeof number); }
    void value(std::uint64_t number) { value(static_cast<std::int64_t>(number)); }
    void value(int number) { value(std::int64_t(number)); }
    template <typename Period> void value(std::chrono::duration<std::int64_t, Period> time) { value(time.count()); }
    void value(std::chrono::system_clock::time_point time) { value(time.time_since_epoch()); }
    template <typename Choice> std::enable_if_t<std::is_enum_v<Choice>> value(Choice choice) { value(Words<Choice>::of(choice)); }

    std::string &m_bytes;
};

/// Reads them again, as long as they are there and make sense.
class Eye
{
public:
    template <typename Value> using Of = Value;

    /// \a texts is where those live that nobody owns.
    Eye(std::string_view bytes, std::list<std::string> &texts)
        : m_bytes(bytes)
        , m_texts(texts)
    {
    }
    bool isWhole() const { return m_isWhole; } ///< so far

    template <typename... Values> void operator()(Values &...values) { (value(values), ...); }
    template <typename Value, typename Each> void all(std::vector<Value> &values, Each each)
    {
        std::int64_t left = 0;
        for (value(left); left > 0 && m_isWhole; --left)
            each(values.emplace_back());
    }
    template <typename Value, typename Each> void perhaps(std::optional<Value> &there, Each each)
    {
        if (isThere())
            each(there.emplace());
    }
    template <typename Value, typename Each> void perhaps(std::shared_ptr<const Value> &there, Each each)
    {
        if (!isThere())
            return;
        const auto made = std::make_shared<Value>();
        each(*made);
        there = made;
    }

private:
    template <typename Taken> Taken taken(const std::optional<Taken> &perhaps)
    {
        m_isWhole = m_isWhole && perhaps.has_value();
        return m_isWhole ? *perhaps : Taken();
    }
    std::string_view text() { return taken(m_bytes.nextText()); }
    bool isThere()
    {
        bool is = false;
        value(is);
        return is;
    }
    void value(std::string &text) { text = this->text(); }
    void value(std::string_view &text) { text = m_texts.emplace_back(this->text()); }
    void value(bool &is) { is = taken(m_bytes.take(1)) == std::string_view("\1"); }
    void value(std::int64_t &number)
    {
        taken(m_bytes.take(sizeof number)).copy(reinterpret_cast<char *>(&number), sizeof number);
    }
    template <typename Number> std::enable_if_t<std::is_integral_v<Number>> value(Number &number)
    {
        std::int64_t whole = 0;
        value(whole);
        number = static_cast<Number>(whole);
    }
    template <typename Period> void value(std::chrono::duration<std::int64_t, Period> &time)
    {
        std::int64_t count = 0;
        value(count);
        time = std::chrono::duration<std::int64_t, Period>(count);
    }
    void value(std::chrono::system_clock::time_point &time)
    {
        std::chrono::system_clock::duration since {};
        value(since);
        time = std::chrono::system_clock::time_point(since);
    }
    template <typename Choice> std::enable_if_t<std::is_enum_v<Choice>> value(Choice &choice)
    {
        choice = taken(choiceFrom<Choice>(text()));
    }

    PackedFields m_bytes;
    std::list<std::string> &m_texts;
    bool m_isWhole = true;
};

// What is written and read of each, in the order in which it stands there.

template <typename Hand> void usage(Hand &hand, typename Hand::template Of<Usage> &of)
{
    hand(of.input, of.output, of.cachedRead, of.cacheWrite, of.cacheWrite5m, of.cacheWrite1h, of.reasoning, of.audioInput,
        of.audioOutput, of.reported);
}

template <typename Hand> void cost(Hand &hand, typename Hand::template Of<Cost> &of)
{
    hand(of.total.nanoDollars);
    hand.all(of.lines, [&](auto &line) { hand(line.charge, line.units, line.price.femtoDollars, line.cost.nanoDollars); });
}

template <typename Hand> void attempt(Hand &hand, typename Hand::template Of<AttemptRecord> &of)
{
    hand(of.deployment, of.group, of.provider, of.status, of.duration, of.isCopy, of.isGivenUp, of.isEstimate);
    hand(of.usage.input, of.usage.output);
    hand.perhaps(of.fault, [&](auto &fault) { hand(fault); });
    hand.perhaps(of.cost, [&](auto &money) { hand(money.nanoDollars); });
}

template <typename Hand> void account(Hand &hand, typename Hand::template Of<Receipt> &of)
{
    hand(of.who, of.customer, of.session, of.peer, of.userAgent);
    hand.all(of.tags, [&](auto &tag) { hand(tag); });
    hand.perhaps(of.principal, [&](auto &who) {
        hand(who.token, who.keyAlias, who.userId, who.teamId, who.teamAlias, who.organizationId, who.projectId);
    });
}

template <typename Hand> void receipt(Hand &hand, typename Hand::template Of<Receipt> &of)
{
    hand(of.id, of.callId, of.startedAt, of.path, of.isPassThrough, of.dialect, of.operation, of.model, of.group, of.deployment);
    hand(of.provider, of.upstreamModel, of.stream, of.isShared, of.isCached, of.fallbacks, of.status, of.outcome);
    hand(of.finishReason, of.error, of.firstToken, of.duration, of.upstreamTime);
    hand(of.stages.queue, of.stages.admission, of.stages.line);
    account(hand, of);
    usage(hand, of.usage);
    hand.perhaps(of.fault, [&](auto &fault) { hand(fault); });
    hand.perhaps(of.cost, [&](auto &made) { cost(hand, made); });
    hand.all(of.attempts, [&](auto &each) { attempt(hand, each); });
    hand.perhaps(of.guardrails,
        [&](auto &judged) { hand.all(judged.all, [&](auto &each) { hand(each.name, each.mode, each.status, each.duration); }); });
}

// Of a Cover, or of what is to become one.
template <typename Hand, typename Of> void cover(Hand &hand, Of &of)
{
    hand(of.door.model, of.door.streams, of.isHidden);
    hand.all(of.stations,
        [&](auto &each) { hand.perhaps(each, [&](auto &station) { hand(station.id, station.group, station.provider); }); });
}

/// A receipt, and texts that live as long.
struct Read {
    Receipt receipt = {};
    std::list<std::string> texts = {};
};

} // namespace

void appendCover(std::string &bytes, const CoverText &of)
{
    Pen pen(bytes);
    receipt(pen, of.receipt);
    cover(pen, of);
}

std::optional<Cover> coverFrom(std::string_view bytes)
{
    const auto read = std::make_shared<Read>();
    Eye eye(bytes, read->texts);
    Cover made;
    receipt(eye, read->receipt);
    cover(eye, made);
    if (!eye.isWhole())
        return std::nullopt;
    made.receipt = std::shared_ptr<const Receipt>(read, &read->receipt);
    return made;
}

} // namespace gatehouse::observe::traffic
