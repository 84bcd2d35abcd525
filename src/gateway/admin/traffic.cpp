// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/admin/traffic.h"

#include "gateway/admin/answers.h"
#include "gateway/admin/later_answer.h"
#include "gateway/admin/told_exchange.h"
#include "gateway/admin/traffic_filter.h"
#include "gateway/observe/lookout.h"
#include "gateway/observe/receipt_text.h"

#include <algorithm>
#include <charconv>

namespace gatehouse::admin {

namespace {

std::uint64_t numberOr(const std::string &text, std::uint64_t otherwise)
{
    std::uint64_t value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::size_t limitOf(const wire::Request &request)
{
    return std::min<std::uint64_t>(numberOr(request.queryValue("limit"), 200), observe::ReceiptRing::capacity);
}

std::string pageJson(const std::vector<std::string> &rows, std::uint64_t next)
{
    wire::JsonWriter json;
    json.beginObject().key("data").beginArray();
    for (const std::string &row : rows)
        json.raw(row);
    return json.endArray().key("next").number(static_cast<std::int64_t>(next)).endObject().take();
}

void listStored(pipeline::Context &context, pipeline::Inbound inbound)
{
    const std::size_t limit = limitOf(inbound.request);
    askObserver(context, std::move(inbound), [limit](observe::Lookout &lookout) -> Result<std::string> {
        std::vector<std::string> rows;
        for (const auto &receipt : lookout.traffic().newestOnDisk(limit))
            rows.push_back(observe::rowJson(*receipt));
        return pageJson(rows, 0);
    });
}

/// Tells what came of it when the last worker has let go of it.
class Verdict
{
public:
    explicit Verdict(LaterAnswer::Done done)
        : m_done(std::move(done))
    {
    }
    ~Verdict() { m_done(std::move(m_answer)); }
    Verdict(const Verdict &) = delete;
    Verdict &operator=(const Verdict &) = delete;
    /// By the one worker that has it.
    void say(std::string answer) { m_answer = std::move(answer); }

private:
    LaterAnswer::Done m_done;
    Result<std::string> m_answer = Failure {Error {Fault::BadRequest, "the call has ended by itself", 409}};
};

std::string abortedJson(const Receipt &receipt)
{
    wire::JsonWriter json;
    json.beginObject().key("id").number(static_cast<std::int64_t>(receipt.id)).key("call_id").string(receipt.callId);
    return json.key("aborted").boolean(true).endObject().take();
}

void abortHere(pipeline::Context &context, std::uint64_t id, const std::string &answer, Verdict &verdict)
{
    const auto found = std::find_if(context.running.begin(), context.running.end(),
        [id](const pipeline::Life *life) { return life->receipt() && life->receipt()->id == id; });
    if (found == context.running.end())
        return;
    (*found)->abort();
    verdict.say(answer);
}

} // namespace

void listTraffic(pipeline::Context &context, pipeline::Inbound inbound)
{
    const wire::Request &request = inbound.request;
    if (request.queryValue("stored") == "true")
        return listStored(context, std::move(inbound));
    const TrafficFilter filter(request);
    const std::size_t limit = limitOf(request);
    const auto page = context.shared.ring.changedAfter(
        numberOr(request.queryValue("after"), 0), filter.isEmpty() ? limit : observe::ReceiptRing::capacity);
    std::vector<std::string> rows;
    for (auto row = page.rows.rbegin(); row != page.rows.rend() && rows.size() < limit; ++row) {
        if (filter.isEmpty() || filter.has(*row))
            rows.push_back(observe::rowJson(*row));
    }
    std::reverse(rows.begin(), rows.end());
    answerJson(inbound, pageJson(rows, page.next));
}

void showTraffic(pipeline::Context &context, pipeline::Inbound inbound)
{
    const std::string id = inbound.pathModel;
    const bool hides = !context.snapshot->settings.observe->traffic.messages;
    askObserver(context, std::move(inbound), [row = context.shared.ring.find(id), id, hides](observe::Lookout &lookout) {
        return toldExchange(lookout.traffic(), row, id, hides);
    });
}

void abortTraffic(pipeline::Context &context, pipeline::Inbound inbound)
{
    const auto row = context.shared.ring.find(inbound.pathModel);
    const std::string id = inbound.pathModel;
    LaterAnswer::begin(context, std::move(inbound), [&](LaterAnswer::Done done) {
        if (!row)
            return done(Failure {noExchange(id)});
        const auto verdict = std::make_shared<Verdict>(std::move(done));
        if (!row->running)
            return;
        const std::string answer = abortedJson(*row->running->receipt());
        context.shared.log.say(observe::Log::Level::Info, "call " + row->running->callId() + " is aborted by an administrator");
        context.shared.switchboard.post(
            [number = row->id, answer, verdict](pipeline::Context &each) { abortHere(each, number, answer, *verdict); });
    });
}

} // namespace gatehouse::admin
