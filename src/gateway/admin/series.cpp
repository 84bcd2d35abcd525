// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/series.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/later_answer.h"
#include "gateway/core/number_from.h"
#include "gateway/observe/lookout.h"
#include "gateway/observe/series/columns.h"
#include "gateway/store/hours.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <map>

namespace gatehouse::admin {

namespace {

using observe::series::Book;
using observe::series::Dimension;
using observe::series::Point;
using observe::series::Question;

// Calls that end now are seen a moment later; a step is told when nobody can come too late for it.
constexpr std::chrono::milliseconds settling {250};

constexpr std::int64_t hour = 3600;
constexpr std::int64_t mostHours = 31 * 24; // that are told at once

std::int64_t keptOf(std::int64_t step)
{
    return step == hour ? mostHours : Book::kept(step);
}

/// A whole number of the query that is not negative; \a otherwise where it is not there, -1 where it is none.
std::int64_t numberOf(const wire::Request &request, std::string_view name, std::int64_t otherwise)
{
    const std::string text = request.queryValue(name);
    if (text.empty())
        return otherwise;
    return std::max<std::int64_t>(numberFrom<std::int64_t>(text).value_or(-1), -1);
}

bool isTrue(const wire::Request &request, std::string_view name)
{
    return request.queryValue(name) == "true";
}

Result<Question> questionOf(const wire::Request &request, Clock::Wall now)
{
    const auto refuse = [](std::string why) { return Failure {Error {Fault::InvalidRequest, std::move(why)}}; };
    Question question;
    const std::string dimension = request.queryValue("dimension");
    const auto known = observe::series::dimensionFrom(dimension.empty() ? "all" : dimension);
    if (!known)
        return refuse("dimension is all, model, deployment, key or team");
    question.dimension = *known;
    question.name = request.queryValue("name");
    question.step = numberOf(request, "step", 1);
    if (question.step != 1 && question.step != 60 && question.step != hour)
        return refuse("step is 1, 60 or 3600, in seconds");
    if (question.step == hour && question.dimension != Dimension::All)
        return refuse("step=3600 has the dimension all only");
    question.join = numberOf(request, "join", 1);
    if (question.join < 1 || question.join > keptOf(question.step))
        return refuse("join is a whole number, 1 or more, and not more than the steps that are kept");
    const std::int64_t kept = keptOf(question.step) / question.join;
    const std::int64_t points = numberOf(request, "points", kept), since = numberOf(request, "since", 0);
    if (points < 0 || since < 0)
        return refuse("points and since are whole numbers, not below 0");
    const auto settled = std::chrono::duration_cast<std::chrono::seconds>((now - settling).time_since_epoch()).count();
    const std::int64_t step = question.step * question.join;
    question.to = settled - settled % step + (isTrue(request, "open") ? step : 0);
    question.from = question.to - std::min(points, kept) * step;
    question.from = std::min(std::max(question.from, since - since % step), question.to);
    if (isTrue(request, "total"))
        question.join = std::max<std::int64_t>(1, (question.to - question.from) / question.step);
    return question;
}

void writeHead(wire::JsonWriter &json, const Question &question, std::size_t running)
{
    json.beginObject().key("step").number(question.step * question.join);
    json.key("from").number(question.from).key("to").number(question.to);
    json.key("in_flight").number(static_cast<std::int64_t>(running)).key("series");
}

Point pointOf(const store::HourUse &use)
{
    Point point;
    point.requests = static_cast<std::uint32_t>(use.requests);
    point.errors = static_cast<std::uint32_t>(use.errors);
    point.inputTokens = use.inputTokens;
    point.outputTokens = use.outputTokens;
    point.cachedTokens = use.cachedTokens;
    point.spend = use.spend;
    point.latency = use.latency;
    point.firstToken = use.firstToken;
    return point;
}

Result<std::string> hoursJson(store::Database &database, const Question &question, std::size_t running)
{
    const auto hours = store::hoursBetween(database, question.from / hour, question.to / hour - 1);
    if (!hours)
        return Failure {hours.error()};
    const std::int64_t step = hour * question.join;
    std::map<std::int64_t, Point> points;
    for (const auto &[number, use] : *hours)
        points[(number * hour - question.from) / step].join(pointOf(use));
    observe::series::Points row(static_cast<std::size_t>((question.to - question.from + step - 1) / step), nullptr);
    for (const auto &[place, point] : points)
        row[static_cast<std::size_t>(place)] = &point;
    wire::JsonWriter json;
    writeHead(json, question, running);
    json.beginArray().beginObject().key("dimension").string("all").key("name").string("all").key("label").string("all");
    observe::series::writeColumns(json, row);
    return json.endObject().endArray().endObject().take();
}

} // namespace

void showSeries(pipeline::Context &context, pipeline::Inbound inbound)
{
    const auto question = questionOf(inbound.request, context.clock.wall());
    if (!question)
        return answerRefusal(inbound, question.error().message);
    if (question->step == hour)
        return askStore(context, std::move(inbound), [question = *question, &shared = context.shared](store::Database &database) {
            return hoursJson(database, question, shared.ring.running());
        });
    const auto tell = [&shared = context.shared, question = *question](observe::Lookout &lookout) -> Result<std::string> {
        wire::JsonWriter json;
        writeHead(json, question, shared.ring.running());
        return json.raw(lookout.series().json(question)).endObject().take();
    };
    askObserver(context, std::move(inbound), tell);
}

} // namespace gatehouse::admin
