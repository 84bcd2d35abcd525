// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/series.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/later_answer.h"
#include "gateway/observe/lookout.h"
#include "gateway/wire/json_writer.h"

#include <algorithm>
#include <charconv>

namespace gatehouse::admin {

namespace {

using observe::series::Book;
using observe::series::Question;

// Calls that end now are seen a moment later; a step is told when nobody can come too late for it.
constexpr std::chrono::milliseconds settling {250};

/// A whole number of the query that is not negative; \a otherwise where it is not there, -1 where it is none.
std::int64_t numberOf(const wire::Request &request, std::string_view name, std::int64_t otherwise)
{
    const std::string text = request.queryValue(name);
    if (text.empty())
        return otherwise;
    std::int64_t value = -1;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? std::max<std::int64_t>(value, -1) : -1;
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
    if (question.step != 1 && question.step != 60)
        return refuse("step is 1 or 60, in seconds");
    question.join = numberOf(request, "join", 1);
    if (question.join < 1 || question.join > Book::kept(question.step))
        return refuse("join is a whole number, 1 or more, and not more than the steps that are kept");
    const std::int64_t kept = Book::kept(question.step) / question.join;
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

} // namespace

void showSeries(pipeline::Context &context, pipeline::Inbound inbound)
{
    const auto question = questionOf(inbound.request, context.clock.wall());
    if (!question)
        return answerRefusal(inbound, question.error().message);
    const auto tell = [&shared = context.shared, question = *question](observe::Lookout &lookout) -> Result<std::string> {
        wire::JsonWriter json;
        json.beginObject()
            .key("step")
            .number(question.step * question.join)
            .key("from")
            .number(question.from)
            .key("to")
            .number(question.to);
        json.key("in_flight").number(static_cast<std::int64_t>(shared.ring.running()));
        json.key("series").raw(lookout.series().json(question));
        return json.endObject().take();
    };
    askObserver(context, std::move(inbound), tell);
}

} // namespace gatehouse::admin
