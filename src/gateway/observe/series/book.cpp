// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/series/book.h"

#include "gateway/observe/series/columns.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <deque>

namespace gatehouse::observe::series {

namespace {

using std::chrono::duration_cast;
using std::chrono::microseconds;

constexpr std::array<std::string_view, dimensionCount> names {"all", "model", "deployment", "key", "team"};
constexpr std::int64_t idle = 600; // seconds after which a series may make room for another

std::int64_t secondOf(std::chrono::system_clock::time_point time)
{
    return duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
}

Happening happeningOf(const Receipt &receipt)
{
    Happening happening;
    happening.at = secondOf(receipt.startedAt + receipt.duration);
    happening.isError = receipt.outcome == Outcome::Failed || receipt.outcome == Outcome::Refused;
    happening.inputTokens = receipt.usage.input;
    happening.outputTokens = receipt.usage.output;
    happening.cachedTokens = receipt.usage.cachedRead;
    happening.spend = receipt.cost ? receipt.cost->total : Money {};
    if (receipt.outcome == Outcome::Completed) {
        happening.latency = receipt.duration;
        if (receipt.stream && receipt.firstToken.count() > 0)
            happening.firstToken = receipt.firstToken;
    }
    return happening;
}

Happening happeningOf(const Receipt &receipt, const AttemptRecord &attempt)
{
    Happening happening;
    happening.at = secondOf(receipt.startedAt + attempt.begin + attempt.duration);
    happening.isError = attempt.fault && *attempt.fault != Fault::ClientGone && *attempt.fault != Fault::ShuttingDown;
    happening.inputTokens = attempt.usage.input;
    happening.outputTokens = attempt.usage.output;
    happening.cachedTokens = attempt.usage.cachedRead;
    happening.spend = attempt.cost.value_or(Money {});
    if (!attempt.fault && !attempt.isGivenUp) {
        happening.latency = attempt.duration;
        if (receipt.stream && attempt.firstToken.count() > 0)
            happening.firstToken = attempt.firstToken;
    }
    return happening;
}

/// The steps that are asked for; those put together are made in \a room.
Points pointsOf(const Steps &steps, const Question &question, std::deque<Point> &room)
{
    Points points;
    for (std::int64_t begin = question.from, count = 0; begin < question.to; begin += question.step, ++count) {
        const Point *point = steps.find(begin);
        if (count % question.join == 0)
            points.push_back(question.join == 1 ? point : nullptr);
        if (!point || question.join == 1)
            continue;
        if (!points.back())
            points.back() = &room.emplace_back(Point {begin});
        room.back().join(*point);
    }
    return points;
}

} // namespace

std::string_view toString(Dimension dimension)
{
    return names[static_cast<std::size_t>(dimension)];
}

std::optional<Dimension> dimensionFrom(std::string_view text)
{
    const auto found = std::find(names.begin(), names.end(), text);
    return found == names.end() ? std::nullopt : std::optional(static_cast<Dimension>(found - names.begin()));
}

void Book::onReceipt(const Receipt &receipt)
{
    const Happening happening = happeningOf(receipt);
    const auto add = [&](Dimension dimension, std::string_view name, std::string_view label) {
        if (!name.empty())
            entry(dimension, name, label, happening.at).track.add(happening);
    };
    add(Dimension::All, "all", "");
    add(Dimension::Model, receipt.group, receipt.group); // names that nobody has are in no group
    if (receipt.principal) {
        add(Dimension::Key, receipt.principal->token, receipt.principal->keyAlias);
        add(Dimension::Team, receipt.principal->teamId, receipt.principal->teamAlias);
    }
    addAttempts(receipt);
}

void Book::addAttempts(const Receipt &receipt)
{
    for (const AttemptRecord &attempt : receipt.attempts) {
        const std::string_view label = attempt.station ? std::string_view(attempt.station->litellmModel) : std::string_view();
        if (attempt.deployment.empty())
            continue;
        const Happening happening = happeningOf(receipt, attempt);
        entry(Dimension::Deployment, attempt.deployment, label, happening.at).track.add(happening);
    }
}

Book::Entry &Book::entry(Dimension dimension, std::string_view name, std::string_view label, std::int64_t now)
{
    Entries &entries = m_entries[static_cast<std::size_t>(dimension)];
    auto found = entries.find(name);
    if (found == entries.end() && entries.size() >= mostSeries) {
        const auto eldest = std::min_element(entries.begin(), entries.end(),
            [](const auto &one, const auto &two) { return one.second.track.lastAt < two.second.track.lastAt; });
        if (eldest->second.track.lastAt < now - idle)
            entries.erase(eldest);
        else
            name = label = "other";
        found = entries.find(name);
    }
    if (found == entries.end())
        found = entries.emplace(std::string(name), Entry {std::string(label)}).first;
    else if (found->second.label != label)
        found->second.label = label;
    return found->second;
}

std::int64_t Book::kept(std::int64_t step)
{
    const Track track;
    return static_cast<std::int64_t>(step == track.seconds.length() ? track.seconds.most() : track.minutes.most());
}

std::string Book::json(const Question &question) const
{
    wire::JsonWriter json;
    json.beginArray();
    for (const auto &[name, entry] : m_entries[static_cast<std::size_t>(question.dimension)]) {
        if (!question.name.empty() && name != question.name)
            continue;
        const Steps &steps = question.step == entry.track.seconds.length() ? entry.track.seconds : entry.track.minutes;
        std::deque<Point> room;
        json.beginObject().key("dimension").string(toString(question.dimension)).key("name").string(name);
        json.key("label").string(entry.label.empty() ? name : entry.label);
        writeColumns(json, pointsOf(steps, question, room));
        json.endObject();
    }
    return json.endArray().take();
}

} // namespace gatehouse::observe::series
