// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/observe/sinks/sinks.h"

#include "gateway/observe/log.h"
#include "gateway/observe/sinks/courier.h"
#include "gateway/observe/sinks/http_transport.h"
#include "gateway/observe/sinks/line_file.h"
#include "gateway/observe/sinks/probe.h"
#include "gateway/observe/sinks/text.h"
#include "gateway/providers/digest.h"

#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <iterator>

namespace gatehouse::observe::sinks {

namespace {

constexpr std::size_t mostDynamic = 256, mostOfCalls = 32;
constexpr std::chrono::minutes idleTime {10};
constexpr std::chrono::seconds lastWords {2}; // to send what waits when the gateway stops
constexpr std::size_t mostProbes = 16;

std::string upper(std::string_view text)
{
    std::string result(text);
    std::transform(
        result.begin(), result.end(), result.begin(), [](unsigned char c) { return c >= 'a' && c <= 'z' ? c - 32 : c; });
    return result;
}

// A name for what it is told of itself, from which nothing can be read.
std::string keyOf(const Choice &choice)
{
    std::string all;
    for (const auto &[name, value] : choice.variables)
        all +=
            std::to_string(name.size()) + ":" + name + "=" + std::to_string(value.reveal().size()) + ":" + value.reveal() + ";";
    constexpr std::size_t length = 16;
    return choice.kind + "-" + providers::hex(providers::sha256(all + (choice.hidesMessages ? "h" : ""))).substr(0, length);
}

void add(Figures &to, const Figures &from)
{
    to.sent += from.sent;
    to.failed += from.failed;
    to.dropped += from.dropped;
    to.retries += from.retries;
    to.waiting += from.waiting;
    to.onDisk += from.onDisk;
    if (!from.trouble.empty())
        to.trouble = from.trouble;
}

bool contains(const std::vector<std::string> &names, const std::string &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Whether somebody who may says that the sink \a name is not to be told of this call.
bool isDisabled(const Receipt &receipt, const std::string &name)
{
    const Circumstances *circumstances = receipt.circumstances.get();
    if (name == "otel_metrics" && isDisabled(receipt, "otel")) // they are two sinks here and one to whoever names it
        return true;
    return circumstances
        && (contains(circumstances->disabledCallbacks, name)
            || (circumstances->callbacks && contains(circumstances->callbacks->disabled, name)));
}

const std::vector<CallbackChoice> &choicesOf(const Receipt &receipt)
{
    static const std::vector<CallbackChoice> none;
    const Circumstances *circumstances = receipt.circumstances.get();
    return circumstances && circumstances->callbacks ? circumstances->callbacks->choices : none;
}

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

// What the administrator is told of a report that was sent to \a name to see whether it arrives; null = nobody waits for it now.
Result<std::string> outcomeOf(const std::string &name, const Answer *answer)
{
    if (!answer)
        return Failure {Error {Fault::ServiceUnavailable, name + " is being configured anew"}};
    const std::string status = "HTTP " + std::to_string(answer->status);
    if (answer->verdict == Answer::Verdict::Arrived)
        return status;
    return Failure {Error {Fault::BadGateway, answer->status > 0 ? name + " answered " + status : name + ": " + answer->trouble}};
}

LinePlace placeOf(const Making &making)
{
    constexpr std::uint64_t megabyte = 1024 * 1024;
    LinePlace place {making.text("JSONL_PATH")};
    place.bytes = making.count("JSONL_MAX_MB", place.bytes / megabyte) * megabyte;
    place.files =
        static_cast<int>(std::min<std::size_t>(1000, making.count("JSONL_FILES", static_cast<std::size_t>(place.files))));
    return place;
}

} // namespace

Sinks::Sinks(Surroundings surroundings)
    : m_surroundings(std::move(surroundings))
    , m_client(std::make_unique<upstream::Client>(upstream::Settings {}))
{
}

// Nobody else runs on the thread by now, so a loop of its own lets the last requests end.
Sinks::~Sinks()
{
    std::vector<Carrier *> all;
    for (Outlet &outlet : m_fixed)
        all.push_back(outlet.carrier.get());
    for (auto &[key, outlet] : m_dynamic)
        all.push_back(outlet.carrier.get());
    const auto mayEnd = [&all] { return std::all_of(all.begin(), all.end(), [](Carrier *each) { return each->isAtRest(); }); };
    for (Carrier *carrier : all)
        carrier->hurry();
    const auto until = std::chrono::steady_clock::now() + lastWords;
    QEventLoop loop;
    QTimer tick;
    QObject::connect(&tick, &QTimer::timeout, &loop, [&] {
        for (Carrier *carrier : all)
            carrier->hurry();
        if (mayEnd() || std::chrono::steady_clock::now() >= until)
            loop.quit();
    });
    constexpr std::chrono::milliseconds look {10};
    tick.start(look);
    if (!mayEnd())
        loop.exec();
    for (Carrier *carrier : all)
        carrier->keep();
}

Warn Sinks::warn() const
{
    return [log = m_surroundings.log](const std::string &message) {
        if (log)
            log->say(Log::Level::Warning, {Log::Category::Sinks, message});
    };
}

// Of one that a caller names nothing is kept on disk: he could name any number, and the server of none needs to take anything.
Sinks::Outlet Sinks::open(const Choice &choice, const std::string &folder, bool isOfCall)
{
    Outlet outlet;
    outlet.choice = choice;
    outlet.terms = std::make_unique<Terms>(m_settings.terms);
    outlet.usedAt = m_now;
    outlet.isOfCall = isOfCall;
    const Row *row = find(choice.kind);
    const Making making {choice.variables, *outlet.terms, choice.hidesMessages};
    auto sink = row->make(making);
    outlet.writer = sink.get();
    if (row->isFile) {
        outlet.sink = std::move(sink);
        outlet.carrier = std::make_unique<LineFile>(choice.name, placeOf(making), warn());
        return outlet;
    }
    const std::string &data = m_surroundings.dataDirectory;
    const bool isOwn = folder != choice.name; // of a key or a team: there may be many
    Habits habits = sink->habits();
    habits.interval = making.seconds("FLUSH_INTERVAL", habits.interval);
    Office office;
    office.bounds = isOwn ? lesser(m_settings.bounds) : m_settings.bounds;
    office.directory = data.empty() || isOfCall ? std::string() : data + "/sinks/" + folder;
    office.complain = [warn = warn(), name = choice.name](
                          const Complaint &complaint) { warn("the sink " + name + ": " + wordsOf(complaint)); };
    auto transport = std::make_unique<HttpTransport>(*m_client, std::move(sink), office.bounds.patience);
    outlet.carrier = std::make_unique<Courier>(std::move(transport), habits, std::move(office));
    return outlet;
}

void Sinks::close(Outlet &outlet)
{
    outlet.carrier->keep();
    Figures figures = outlet.carrier->figures();
    figures.waiting = 0;
    figures.onDisk = 0;
    figures.trouble.clear();
    add(m_gone[outlet.choice.name], figures);
}

void Sinks::configure(const Settings &settings)
{
    const bool isOther = !(settings.terms == m_settings.terms && settings.bounds == m_settings.bounds
        && settings.connections == m_settings.connections);
    std::list<Outlet> before = std::exchange(m_fixed, {});
    if (isOther) {
        for (auto &[key, outlet] : m_dynamic)
            close(outlet);
        m_dynamic.clear();
    }
    const auto stays = [&](const Outlet &outlet) {
        return !isOther && std::find(settings.choices.begin(), settings.choices.end(), outlet.choice) != settings.choices.end();
    };
    for (auto outlet = before.begin(); outlet != before.end();) {
        const auto next = std::next(outlet);
        if (stays(*outlet)) {
            m_fixed.splice(m_fixed.end(), before, outlet);
        } else {
            close(*outlet); // on disk, from where its successor takes it up
            before.erase(outlet);
        }
        outlet = next;
    }
    const bool hasOtherConnections = !(settings.connections == m_settings.connections);
    m_settings = settings;
    if (hasOtherConnections) {
        for (const auto &probe : m_probes)
            probe->giveUp();
        upstream::Settings connections;
        connections.caFile = settings.connections.caFile;
        connections.verifyPeer = settings.connections.verifyPeer;
        connections.forceIpv4 = settings.connections.forceIpv4;
        m_client = std::make_unique<upstream::Client>(connections);
    }
    for (const Choice &choice : settings.choices) {
        const bool isOpen =
            std::any_of(m_fixed.begin(), m_fixed.end(), [&](const Outlet &outlet) { return outlet.choice == choice; });
        if (!isOpen && find(choice.kind))
            m_fixed.push_back(open(choice, choice.name));
    }
}

void Sinks::tell(Outlet &outlet, const Receipt &receipt)
{
    if (isSuccess(receipt) ? outlet.choice.onSuccess : outlet.choice.onFailure)
        outlet.carrier->take(outlet.writer->report(receipt));
}

void Sinks::onReceipt(const Receipt &receipt)
{
    if (receipt.operation == Operation::CountTokens)
        return;
    const auto &own = choicesOf(receipt);
    for (Outlet &outlet : m_fixed) {
        // A key's own account at a service stands in the place of everybody's.
        const bool isReplaced = std::any_of(own.begin(), own.end(),
            [&](const CallbackChoice &each) { return each.name == outlet.choice.name && !each.variables.empty(); });
        if (!isReplaced && !isDisabled(receipt, outlet.choice.name))
            tell(outlet, receipt);
    }
    for (const CallbackChoice &choice : own) {
        const bool isTold = choice.variables.empty() && std::any_of(m_fixed.begin(), m_fixed.end(), [&](const Outlet &outlet) {
            return outlet.choice.name == choice.name;
        });
        const Row *row = find(choice.name);
        if (isTold || !row || row->isFile || row->isOurs || isDisabled(receipt, choice.name)
            || !(isSuccess(receipt) ? choice.onSuccess : choice.onFailure))
            continue;
        if (Outlet *outlet = dynamic(choice, *row)) {
            outlet->usedAt = m_now;
            outlet->carrier->take(outlet->writer->report(receipt));
        }
    }
}

// What a key says of its sink; what it refers to in the environment must be meant for that sink. One that says nothing has the
// gateway's own account; nobody can have that one's credentials sent to a host of his own.
Choice Sinks::choiceOf(const CallbackChoice &said, const Row &row) const
{
    constexpr std::string_view reference = "os.environ/";
    Choice choice {said.name, std::string(row.name)};
    const auto environment = [this](const std::string &name) {
        return m_settings.environment ? m_settings.environment(name) : std::nullopt;
    };
    for (const auto &[variable, value] : said.variables) {
        const std::string name = upper(variable) == "LANGFUSE_SECRET" ? "LANGFUSE_SECRET_KEY" : upper(variable);
        const std::string &text = value.reveal();
        if (name == "TURN_OFF_MESSAGE_LOGGING") {
            choice.hidesMessages = upper(text) == "TRUE";
        } else if (text.starts_with(reference)) {
            if (said.isOfCall) // whoever calls is told nothing of the environment, not even by what arrives
                continue;
            const std::string from = text.substr(reference.size());
            if (const auto found = from.starts_with(row.family) ? environment(from) : std::nullopt; found && knows(row, name))
                choice.variables.insert_or_assign(name, Secret(*found));
        } else if (knows(row, name)) {
            choice.variables.insert_or_assign(name, value);
        }
    }
    if (!choice.variables.empty() || said.isOfCall)
        return choice;
    for (const std::string_view name : variablesOf(row)) {
        if (const auto found = environment(std::string(name)))
            choice.variables.insert_or_assign(std::string(name), Secret(*found));
    }
    return choice;
}

Sinks::Outlet *Sinks::dynamic(const CallbackChoice &said, const Row &row)
{
    const Choice choice = choiceOf(said, row);
    const std::string key = keyOf(choice) + (said.isOfCall ? "-call" : "");
    if (const auto found = m_dynamic.find(key); found != m_dynamic.end())
        return &found->second;
    if (!missing(row, choice.variables).empty()) {
        ++m_gone[choice.name].dropped;
        return nullptr;
    }
    makeRoom(said.isOfCall);
    return &m_dynamic.emplace(key, open(choice, key, said.isOfCall)).first->second;
}

// The one that was not used for the longest time goes, and leaves on disk what it could not send. What callers name takes the
// room of its like only.
void Sinks::makeRoom(bool forCall)
{
    const auto isOfCall = [](const auto &each) { return each.second.isOfCall; };
    const auto ofCalls = static_cast<std::size_t>(std::count_if(m_dynamic.begin(), m_dynamic.end(), isOfCall));
    if (forCall ? ofCalls < mostOfCalls : m_dynamic.size() - ofCalls < mostDynamic)
        return;
    const auto goesBefore = [&](const auto &a, const auto &b) {
        const bool mayGo = isOfCall(a) == forCall;
        return mayGo == (isOfCall(b) == forCall) ? a.second.usedAt < b.second.usedAt : mayGo;
    };
    const auto oldest = std::min_element(m_dynamic.begin(), m_dynamic.end(), goesBefore);
    close(oldest->second);
    m_dynamic.erase(oldest);
}

void Sinks::onTick(Clock::Instant now)
{
    m_now = now;
    m_probes.remove_if([](const auto &probe) { return probe->isOver(); });
    for (auto each = m_dynamic.begin(); each != m_dynamic.end();) {
        const bool isIdle = each->second.carrier->isEmpty() && now - each->second.usedAt > idleTime;
        if (isIdle)
            close(each->second);
        each = isIdle ? m_dynamic.erase(each) : std::next(each);
    }
}

std::vector<Figures> Sinks::figures() const
{
    std::map<std::string, Figures> all = m_gone;
    for (const Outlet &outlet : m_fixed)
        add(all[outlet.choice.name], outlet.carrier->figures());
    for (const auto &[key, outlet] : m_dynamic)
        add(all[outlet.choice.name], outlet.carrier->figures());
    std::vector<Figures> list;
    for (auto &[name, figures] : all) {
        figures.name = name;
        list.push_back(std::move(figures));
    }
    return list;
}

void Sinks::test(const std::string &name, Told told)
{
    const auto fixed =
        std::find_if(m_fixed.begin(), m_fixed.end(), [&](const Outlet &outlet) { return outlet.choice.name == name; });
    const Row *row = find(fixed == m_fixed.end() ? name : fixed->choice.kind);
    if (!row)
        return told(Failure {Error {Fault::InvalidRequest, "There is no service '" + name + "'"}});
    const Choice choice = fixed == m_fixed.end() ? choiceOf({name}, *row) : fixed->choice;
    if (const std::string what = missing(*row, choice.variables); !what.empty())
        return told(Failure {Error {Fault::InvalidRequest, name + " lacks " + what}});
    if (m_probes.size() >= mostProbes)
        return told(Failure {Error {Fault::RateLimit, "Too many services are being tested"}});
    auto sink = row->make({choice.variables, m_settings.terms, choice.hidesMessages});
    const auto now = std::chrono::system_clock::now();
    std::string report = sink->report(sampleReceipt(false, now));
    if (report.empty())
        report = sink->report(sampleReceipt(true, now));
    if (row->isFile) {
        LineFile file(name, placeOf({choice.variables, m_settings.terms}), {});
        file.take(std::move(report));
        const Figures figures = file.figures();
        return told(figures.sent > 0 ? Result<std::string>("a line was written")
                                     : Result<std::string>(Failure {Error {Fault::Internal, name + ": " + figures.trouble}}));
    }
    constexpr std::chrono::seconds patience {10};
    m_probes.push_back(std::make_unique<Probe>(std::make_unique<HttpTransport>(*m_client, std::move(sink), patience),
        [name, told = std::move(told)](const Answer *answer) { told(outcomeOf(name, answer)); }));
    m_probes.back()->send(report);
}

} // namespace gatehouse::observe::sinks
