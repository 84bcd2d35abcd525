// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/gateway.h"

#include "gateway/admin/background_checks.h"
#include "gateway/admin/config_desk.h"
#include "gateway/admin/stored_config.h"
#include "gateway/front/doors.h"
#include "gateway/front/listener.h"
#include "gateway/front/server.h"
#include "gateway/front/worker.h"
#include "gateway/observe/lookout.h"
#include "gateway/pipeline/context.h"
#include "gateway/pipeline/signals.h"
#include "gateway/pipeline/spend_digest.h"
#include "gateway/providers/page.h"

#include <QThread>

#include <atomic>
#include <future>
#include <utility>

namespace gatehouse {

/// One worker thread with what lives on it. The pointers below the thread are made and destroyed there.
struct Gateway::Unit {
    std::unique_ptr<front::Worker> worker;
    std::unique_ptr<pipeline::Context> context;
    std::unique_ptr<front::Server> server;
    std::unique_ptr<admin::BackgroundChecks> checks; // of the first unit only
    std::atomic<int> connections {0};                // as last heard; for the wait at the end only

    void beginChecks()
    {
        checks = std::make_unique<admin::BackgroundChecks>(*context);
        checks->configure();
    }
};

namespace {

// What lies over the configuration.
std::vector<people::RecordPointer> storedRecords(const people::Directory &directory)
{
    std::vector<people::RecordPointer> records;
    for (const people::Kind kind :
        {people::Kind::Setting, people::Kind::Credential, people::Kind::Model, people::Kind::Guardrail}) {
        const auto some = directory.all(kind);
        records.insert(records.end(), some.begin(), some.end());
    }
    return records;
}

} // namespace

Gateway::Gateway(observe::Log &log, QObject *parent)
    : QObject(parent)
    , m_shared {log}
{
    m_shared.keeper.follow(
        [&observer = m_shared.observer](const people::ChangeSet &set) { pipeline::tellOfChanges(set, observer); });
    m_shared.keeper.watchDatabase([&observer = m_shared.observer](bool isLost, const std::string &message) {
        using Kind = observe::Signal::Kind;
        observer.tell({isLost ? Kind::DatabaseLost : Kind::DatabaseBack, "database", message, {}, Clock().wall()});
    });
    m_tick.setInterval(std::chrono::milliseconds(50));
    connect(&m_tick, &QTimer::timeout, this, &Gateway::onTick);
    m_shared.observer.watch(m_shared.ring);
    m_storedWatch.setInterval(std::chrono::seconds(1));
    connect(&m_storedWatch, &QTimer::timeout, this, &Gateway::lookForStored);
    m_shared.applyStored = [this](std::function<void(Result<>)> done) {
        QMetaObject::invokeMethod(
            this,
            [this, done = std::move(done)] {
                m_wantStored.push_back(done);
                if (m_wantStored.size() > 1)
                    return; // served by the reading that the first asked for
                QMetaObject::invokeMethod(
                    this,
                    [this] {
                        if (!m_wantStored.empty())
                            applyStored();
                    },
                    Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
    };
    m_shared.lendReading = [this](std::function<void(const config::Reading &)> use) {
        QMetaObject::invokeMethod(
            this, [this, use = std::move(use)] { m_lend(use); }, Qt::QueuedConnection);
    };
}

Gateway::~Gateway()
{
    for (const auto &unit : m_units)
        unit->worker->stop();
}

Result<std::uint16_t> Gateway::start(std::shared_ptr<const pipeline::Snapshot> snapshot, const GatewayOptions &options)
{
    if (const auto free = front::checkFree(options.host, options.port); !free)
        return Failure {free.error()};
    m_shared.observer.start({options.dataDirectory, &m_shared.log});
    m_shared.observer.ask([this](observe::Lookout &lookout) { lookout.alerts().stand({&m_shared.log, spendSource()}); });
    if (auto opened = openStore(*snapshot, options.dataDirectory); !opened) {
        closeStore();
        return Failure {opened.error()};
    }
    if (m_compile && !storedRecords(m_shared.directory).empty()) {
        if (auto complete = m_compile())
            snapshot = std::move(*complete);
    }
    m_storedWatch.start();
    if (m_desk)
        m_desk->start();
    m_shared.observer.configure(snapshot->settings.observe);
    if (!options.dataDirectory.empty()) // when it is known how much may be there
        keepTrafficIn(options.dataDirectory + "/traffic");
    GatewayOptions bound = options;
    m_stopTime = options.stopTime;
    m_shared.spoolDirectory = options.spoolDirectory;
    m_shared.budgets.configure(snapshot->router.budgets());
    const int count = options.workers > 0 ? options.workers : std::max(1, QThread::idealThreadCount());
    for (int i = 0; i < count; ++i) {
        m_units.push_back(std::make_unique<Unit>());
        const auto port = startUnit(*m_units.back(), snapshot, bound);
        if (!port) {
            finish();
            return port;
        }
        bound.port = *port; // the first may have been given any free port; the others share it
    }
    return bound.port;
}

void Gateway::keepTrafficIn(const std::string &directory)
{
    const auto say = [&log = m_shared.log](bool isError, const std::string &message) {
        log.say(isError ? observe::Log::Level::Warning : observe::Log::Level::Info, message);
    };
    m_shared.observer.ask([directory, say](observe::Lookout &lookout) { lookout.traffic().setDirectory(directory, say); });
}

Result<> Gateway::openStore(const pipeline::Snapshot &snapshot, const std::string &directory)
{
    const pipeline::Settings &settings = snapshot.settings;
    if (directory.empty()) {
        m_shared.directory.setLoaded(); // with nobody in it
        return {};
    }
    if (auto checked = store::checkDatabaseUrl(settings.databaseUrl); !checked)
        return checked;
    store::JournalOptions journal;
    journal.directory = directory + "/journal";
    journal.syncEvery = settings.journalSync;
    if (auto opened = m_shared.journal.open(std::move(journal)); !opened)
        return opened;
    auto started = m_shared.keeper.start(
        {settings.databaseUrl, directory + "/gatehouse.db"}, [&log = m_shared.log](bool isError, const std::string &message) {
            log.say(isError ? observe::Log::Level::Error : observe::Log::Level::Info, {observe::Log::Category::Store, message});
        });
    m_shared.keeper.setRetention(settings.retention);
    return started;
}

// Asked on the observer's thread. The question goes through this one, which starts and stops the store.
observe::alerts::AskSpend Gateway::spendSource()
{
    using Done = std::function<void(Result<std::string>)>;
    return [this](Clock::Wall begin, Clock::Wall end, const Done &done) {
        QMetaObject::invokeMethod(
            this,
            [this, begin, end, done] {
                m_shared.keeper.ask(
                    pipeline::spendDigest(begin, end, m_shared.directory), [this, done](Result<std::string> answer) {
                        m_shared.observer.ask([done, answer = std::move(answer)](observe::Lookout &) { done(answer); });
                    });
            },
            Qt::QueuedConnection);
    };
}

// Behind the last receipt.
void Gateway::closeStore()
{
    m_shared.keeper.stop();
    m_shared.journal.close();
    m_shared.observer.stop();
}

Result<std::uint16_t> Gateway::startUnit(
    Unit &unit, std::shared_ptr<const pipeline::Snapshot> snapshot, const GatewayOptions &options)
{
    std::promise<Result<std::uint16_t>> promise;
    auto started = promise.get_future();
    const bool isFirst = m_units.size() == 1;
    const auto begin = [&] {
        unit.context = std::make_unique<pipeline::Context>(m_shared, snapshot);
        front::Listen listen {options.host, options.port, options.certificateFile, options.keyFile, {}};
        listen.limits.bodyBytes = snapshot->settings.maxRequestBytes;
        listen.limits.headerTime = options.headerTime;
        constexpr std::size_t largeBody = 1024 * 1024;
        listen.limits.wholeBytes = largeBody;
        listen.isStreamed = [context = unit.context.get()](
                                const wire::Request &request) { return front::isStreamed(*context, request); };
        const auto door = [context = unit.context.get()](wire::Request request, std::unique_ptr<wire::Reply> reply) {
            front::open(*context, std::move(request), std::move(reply));
        };
        unit.server = std::make_unique<front::Server>(door, listen);
        auto port = unit.server->start();
        if (port && isFirst)
            unit.beginChecks();
        promise.set_value(std::move(port)); // the last word: the caller's frame may be gone after it
    };
    const auto end = [&unit] {
        unit.checks.reset();
        unit.context.reset(); // exchanges first: their replies need the server's connections
        unit.server.reset();
    };
    unit.worker = std::make_unique<front::Worker>(QStringLiteral("worker %1").arg(m_units.size()), begin, end);
    unit.worker->start();
    return started.get(); // begin() has run by then, so what it borrowed from this frame is free
}

void Gateway::reload(std::shared_ptr<const pipeline::Snapshot> snapshot, const std::function<void(Result<>)> &done)
{
    adopt(snapshot, done);
}

void Gateway::keepConfigFile(config::FileSource source)
{
    source.stored = [&directory = m_shared.directory](const Secret &saltKey) { return admin::storedConfig(directory, saltKey); };
    m_desk = std::make_unique<admin::ConfigDesk>(std::move(source));
    m_shared.askConfigFile = [this](config::FileQuestion question, std::function<void(config::FileAnswer)> done) {
        m_desk->ask(std::move(question), std::move(done));
    };
}

void Gateway::note(config::FileReading reading, std::size_t errors)
{
    reading.isInUse = errors == 0;
    m_revision = reading.isFile ? config::revisionOf(reading.text) : std::string(config::noRevision);
    if (errors > 0)
        m_shared.observer.tell(pipeline::configRefused(m_revision, errors));
    if (m_desk)
        m_desk->note(std::move(reading));
}

config::Stored Gateway::stored(const Secret &saltKey)
{
    m_generation = m_shared.directory.generation();
    m_stored = storedRecords(m_shared.directory);
    return admin::storedConfig(m_shared.directory, saltKey);
}

void Gateway::lookForStored()
{
    if (m_generation == m_shared.directory.generation() || m_units.empty())
        return;
    m_generation = m_shared.directory.generation();
    if (m_stored != storedRecords(m_shared.directory))
        applyStored();
}

void Gateway::applyStored()
{
    const auto waiting = std::exchange(m_wantStored, {});
    const auto tell = [waiting](const Result<> &result) {
        for (const auto &done : waiting)
            done(result);
    };
    if (!m_compile)
        return tell({});
    const auto snapshot = m_compile();
    if (!snapshot)
        return tell(Failure {snapshot.error()});
    adopt(*snapshot, tell);
}

// Tells \a done when the last worker has let go of what was posted to it.
void Gateway::adopt(const std::shared_ptr<const pipeline::Snapshot> &snapshot, const std::function<void(Result<>)> &done)
{
    // Told when the last worker has it: who hears of it asks at once, and must not be answered from the one before.
    const std::shared_ptr<void> all(
        nullptr, [done, changed = pipeline::configChanged(*snapshot, m_revision), &observer = m_shared.observer](void *) {
            observer.tell(changed);
            if (done)
                done({});
        });
    m_shared.budgets.configure(snapshot->router.budgets());
    m_shared.keeper.setRetention(snapshot->settings.retention);
    m_shared.observer.configure(snapshot->settings.observe);
    for (const auto &unit : m_units)
        unit->worker->post([raw = unit.get(), snapshot, all] {
            raw->context->adopt(snapshot);
            if (raw->checks)
                raw->checks->configure();
        });
}

void Gateway::stop()
{
    if (m_units.empty() || m_tick.isActive())
        return;
    m_shared.observer.events().end(); // who follows them would keep its connection for ever
    for (const auto &unit : m_units)
        unit->worker->post([server = unit->server.get()] { server->stopAccepting(); });
    askConnections();
    m_ended = false;
    m_stopAt = std::chrono::steady_clock::now() + m_stopTime;
    m_tick.start();
}

void Gateway::hurry()
{
    if (!m_tick.isActive())
        return;
    m_stopAt = std::chrono::steady_clock::now();
}

void Gateway::askConnections()
{
    for (const auto &unit : m_units)
        unit->worker->post([raw = unit.get()] { raw->connections = raw->server->connections(); });
}

void Gateway::onTick()
{
    int open = 0;
    for (const auto &unit : m_units)
        open += unit->connections;
    const auto now = std::chrono::steady_clock::now();
    if (m_shared.ring.running() == 0 && open == 0)
        return finish();
    if (!m_ended && now >= m_stopAt)
        endRunning();
    else if (m_ended && now >= m_finishAt)
        return finish();
    askConnections();
}

void Gateway::endRunning()
{
    constexpr std::chrono::seconds lastWords {2}; // for the error events to reach their clients
    m_shared.log.say(observe::Log::Level::Warning,
        std::to_string(m_shared.ring.running()) + " requests were still running at the stop limit and were ended");
    for (const auto &unit : m_units)
        unit->worker->post([context = unit->context.get()] { context->endAll(); });
    m_ended = true;
    m_finishAt = std::chrono::steady_clock::now() + lastWords;
}

void Gateway::finish()
{
    m_tick.stop();
    m_storedWatch.stop();
    for (const auto &unit : m_units)
        unit->worker->stop();
    m_units.clear();
    if (m_desk)
        m_desk->stop();
    closeStore();
    Q_EMIT stopped();
}

std::string providerPage()
{
    return providers::page();
}

} // namespace gatehouse
