// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/catalogue/cost.h"

#include <algorithm>

namespace gatehouse::catalogue {

namespace {

bool isInSeconds(Charge charge)
{
    return charge == Charge::InputSeconds || charge == Charge::OutputSeconds;
}

/// Writes the lines of one bill.
class Bill
{
public:
    Bill(const Prices &prices, ServiceTier tier, std::int64_t promptTokens)
        : m_prices(prices)
        , m_cost {{}, prices.threshold(promptTokens), tier, {}}
    {
    }

    /// \a units of the first of \a charges, at the price of the first that has one.
    void add(std::int64_t units, std::initializer_list<Charge> charges) { addAs(*charges.begin(), units, charges); }
    /// The same under a heading of its own.
    void addAs(Charge heading, std::int64_t units, std::initializer_list<Charge> charges)
    {
        if (units <= 0) // most kinds, of most calls: not worth looking a price up
            return;
        for (const Charge charge : charges) {
            if (const auto price = m_prices.inForce({charge, m_cost.tier, m_cost.aboveTokens}))
                return write(units, heading, *price);
        }
    }
    bool isEmpty() const { return m_cost.lines.empty(); }
    Cost take() { return std::move(m_cost); }

private:
    void write(std::int64_t units, Charge charge, Price price)
    {
        const Money money = isInSeconds(charge) ? timesThousandth(units, price) : times(units, price);
        m_cost.lines.push_back({charge, units, price, money});
        m_cost.total = m_cost.total + money;
    }

    const Prices &m_prices;
    Cost m_cost;
};

std::int64_t atMost(std::int64_t part, std::int64_t whole)
{
    return std::clamp<std::int64_t>(part, 0, std::max<std::int64_t>(whole, 0));
}

// Parts never exceed the whole, whatever a provider claims: each takes what the ones before it have left.
std::int64_t takeFrom(std::int64_t &whole, std::int64_t part)
{
    const std::int64_t taken = atMost(part, whole);
    whole -= taken;
    return taken;
}

void addInput(Bill &bill, const Usage &usage)
{
    std::int64_t left = std::max<std::int64_t>(usage.input, 0);
    const std::int64_t cached = takeFrom(left, usage.cachedRead);
    std::int64_t written = takeFrom(left, usage.cacheWrite);
    const std::int64_t hour = takeFrom(written, usage.cacheWrite1h);
    const std::int64_t audio = takeFrom(left, usage.audioInput);
    bill.add(cached, {Charge::CachedRead, Charge::Input});
    bill.add(written, {Charge::CacheWrite, Charge::Input});
    bill.add(hour, {Charge::CacheWrite1h, Charge::CacheWrite, Charge::Input});
    bill.add(audio, {Charge::AudioInput, Charge::Input});
    bill.add(left, {Charge::Input});
}

// Many price maps repeat the output's price here, but only the plain one: for long prompts and urgent requests it would be wrong.
bool hasReasoningPrice(const Prices &prices)
{
    const auto own = prices.find({Charge::Reasoning});
    return own && own != prices.find({Charge::Output});
}

void addOutput(Bill &bill, const Usage &usage, const Prices &prices)
{
    std::int64_t left = std::max<std::int64_t>(usage.output, 0);
    const std::int64_t reasoning = takeFrom(left, usage.reasoning);
    const std::int64_t audio = takeFrom(left, usage.audioOutput);
    if (reasoning > 0)
        bill.addAs(
            Charge::Reasoning, reasoning, {hasReasoningPrice(prices) ? Charge::Reasoning : Charge::Output, Charge::Output});
    bill.add(audio, {Charge::AudioOutput, Charge::Output});
    bill.add(left, {Charge::Output, Charge::ImageOutput}); // what writes nothing but images writes image tokens
}

// Price maps tell the price of a second of sound on one side or, as the same figure, on both.
void addSeconds(Bill &bill, std::int64_t milliseconds, const Prices &prices)
{
    const auto output = prices.inForce({Charge::OutputSeconds});
    bill.add(milliseconds, {output && output->femtoDollars > 0 ? Charge::OutputSeconds : Charge::InputSeconds});
}

} // namespace

std::optional<Cost> cost(const Consumption &consumption, const Prices &prices)
{
    if (prices.empty())
        return std::nullopt;
    Bill bill(prices, consumption.tier, consumption.usage.input);
    addInput(bill, consumption.usage);
    addOutput(bill, consumption.usage, prices);
    bill.add(consumption.inputImages, {Charge::InputImages});
    bill.add(consumption.outputImages, {Charge::OutputImages});
    bill.add(consumption.queries, {Charge::Queries});
    bill.add(consumption.pages, {Charge::Pages});
    bill.add(1, {Charge::Requests});
    bill.add(consumption.inputCharacters, {Charge::InputCharacters});
    if (bill.isEmpty())
        addSeconds(bill, consumption.milliseconds, prices);
    return bill.take();
}

ServiceTier serviceTier(std::string_view name)
{
    if (name == "priority" || name == "fast")
        return ServiceTier::Priority;
    if (name == "flex")
        return ServiceTier::Flex;
    return name == "batch" ? ServiceTier::Batch : ServiceTier::Standard;
}

} // namespace gatehouse::catalogue
