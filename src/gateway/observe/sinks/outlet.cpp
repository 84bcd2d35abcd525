// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/outlet.h"

#include "gateway/observe/sinks/courier.h"
#include "gateway/observe/sinks/http_transport.h"
#include "gateway/observe/sinks/line_file.h"
#include "gateway/observe/sinks/table.h"
#include "gateway/observe/sinks/text.h"

#include <algorithm>

namespace gatehouse::observe::sinks {

namespace {

Bounds lesser(Bounds bounds)
{
    constexpr unsigned share = 16;
    bounds.reports = std::max<std::size_t>(1, bounds.reports / share);
    bounds.memory /= share;
    bounds.disk /= share;
    return bounds;
}

std::string wordsOf(const Complaint &complaint)
{
    const std::string count = std::to_string(complaint.reports);
    switch (complaint.kind) {
    case Complaint::Kind::Delayed: return complaint.answer.trouble + "; what is to be reported waits, and is sent again";
    case Complaint::Kind::Refused: return count + " reports were dropped: the server answered " + complaint.answer.trouble;
    case Complaint::Kind::Partial: return count + " reports were refused one by one";
    case Complaint::Kind::Crowded: return "the oldest reports are dropped: too many wait";
    case Complaint::Kind::Lost: return count + " reports are lost, there is no place to keep them";
    }
    return {};
}

Office officeOf(const std::string &name, const std::string &folder, bool isOfCall, const Premises &premises)
{
    const bool isOwn = folder != name; // of a key or a team: there may be many
    const std::string &data = premises.dataDirectory;
    Office office;
    office.bounds = isOwn ? lesser(premises.settings.bounds) : premises.settings.bounds;
    office.directory = data.empty() || isOfCall ? std::string() : data + "/sinks/" + folder;
    office.complain = [warn = premises.warn, name](
                          const Complaint &complaint) { warn("the sink " + name + ": " + wordsOf(complaint)); };
    return office;
}

} // namespace

void Outlet::tell(const Receipt &receipt)
{
    if (isSuccess(receipt) ? choice.onSuccess : choice.onFailure)
        carrier->take(writer->report(receipt));
}

Outlet open(const Choice &choice, const std::string &folder, bool isOfCall, const Premises &premises)
{
    Outlet outlet;
    outlet.choice = choice;
    outlet.terms = std::make_unique<Terms>(premises.settings.terms);
    outlet.isOfCall = isOfCall;
    const Row *row = find(choice.kind);
    const Making making {choice.variables, *outlet.terms, choice.hidesMessages};
    auto sink = row->make(making);
    outlet.writer = sink.get();
    if (row->isFile) {
        outlet.sink = std::move(sink);
        outlet.carrier = std::make_unique<LineFile>(choice.name, placeOf(making), premises.warn);
        return outlet;
    }
    Habits habits = sink->habits();
    habits.interval = making.seconds("FLUSH_INTERVAL", habits.interval);
    Office office = officeOf(choice.name, folder, isOfCall, premises);
    auto transport = std::make_unique<HttpTransport>(premises.client, std::move(sink), office.bounds.patience);
    outlet.carrier = std::make_unique<Courier>(std::move(transport), habits, std::move(office));
    return outlet;
}

} // namespace gatehouse::observe::sinks
