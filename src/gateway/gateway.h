// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"
#include "gateway/config/file_source.h"
#include "gateway/config/reading.h"
#include "gateway/core/result.h"
#include "gateway/observe/alerts/spend_report.h"
#include "gateway/people/directory.h"
#include "gateway/pipeline/shared.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace gatehouse {

namespace pipeline {
struct Snapshot;
}
namespace admin {
class ConfigDesk;
}

/// Where and how the gateway listens.
struct GatewayOptions {
    std::string host = "127.0.0.1";
    std::uint16_t port = 4000;                     ///< 0 = any free one
    int workers = 0;                               ///< 0 = as many as cores
    std::string spoolDirectory = "/tmp";           ///< where uploads are kept while they are passed on
    std::string dataDirectory = {};                ///< of the journal of receipts and its database; empty = none is kept
    std::string certificateFile, keyFile;          ///< PEM; both or none
    std::chrono::milliseconds headerTime {15'000}; ///< a request's head must be here by then
    std::chrono::milliseconds stopTime {30'000};   ///< running requests may take so long when the gateway stops
};

/// The gateway: starts, reloads and stops its workers. Owned by src/app, used on the thread that made it; never touches a request
/// itself.
class Gateway : public QObject
{
    Q_OBJECT
public:
    explicit Gateway(observe::Log &log, QObject *parent = nullptr);
    ~Gateway() override;

    /// Starts the workers with \a snapshot; returns the port they listen on, or why they cannot.
    Result<std::uint16_t> start(std::shared_ptr<const pipeline::Snapshot> snapshot, const GatewayOptions &options);
    /// Gives the workers another configuration. What runs goes on with the one it began with. \a done is told, on any thread,
    /// when all of them have it.
    void reload(std::shared_ptr<const pipeline::Snapshot> snapshot, const std::function<void(Result<>)> &done = {});
    /// From where the configuration's file is read and edited over HTTP; what is stored is added here. To be said before start().
    void keepConfigFile(config::FileSource source);
    /// What reading the configuration has come to; before reload(), or in its place when there were \a errors.
    void note(config::FileReading reading, std::size_t errors = 0);
    /// How the configuration is read again when what was stored at run time has changed. To be said before start().
    using Compile = std::function<Result<std::shared_ptr<const pipeline::Snapshot>>()>;
    void compileWith(Compile compile) { m_compile = std::move(compile); }
    /// Lends what the configuration in use was read with, on this thread. To be said before start(); otherwise there is the
    /// environment alone.
    void lendWith(config::LendReading lend) { m_lend = std::move(lend); }
    /// What was stored at run time, for the reader of the configuration; nothing until the database has been read.
    config::Stored stored(const Secret &saltKey);
    /// Stops accepting, lets what runs finish up to stopTime, then tells it and ends. stopped() follows.
    void stop();
    /// Ends at once what stop() is still waiting for.
    void hurry();
    bool isRunning() const { return !m_units.empty(); }
    /// From any thread.
    std::size_t requestsInFlight() const { return m_shared.ring.running(); }

Q_SIGNALS:
    void stopped();

private:
    struct Unit;
    Result<std::uint16_t> startUnit(
        Unit &unit, std::shared_ptr<const pipeline::Snapshot> snapshot, const GatewayOptions &options);
    Result<> openStore(const pipeline::Snapshot &snapshot, const std::string &directory);
    void closeStore();
    observe::alerts::AskSpend spendSource();
    void keepTrafficIn(const std::string &directory);
    void adopt(const std::shared_ptr<const pipeline::Snapshot> &snapshot, const std::function<void(Result<>)> &done);
    void applyStored();
    void lookForStored();
    void onTick();
    void askConnections();
    void endRunning();
    void finish();

    pipeline::Shared m_shared;
    std::unique_ptr<admin::ConfigDesk> m_desk;
    std::string m_revision; // of the configuration's file, as it was read last
    std::vector<std::unique_ptr<Unit>> m_units;
    std::chrono::milliseconds m_stopTime {0};
    QTimer m_tick;
    Compile m_compile;
    config::LendReading m_lend = [](const auto &use) { use({}); };
    QTimer m_storedWatch;                                    // others may change the same database
    std::vector<people::RecordPointer> m_stored;             // what is in use
    std::uint64_t m_generation = 0;                          // of the directory, when it was last looked at
    std::vector<std::function<void(Result<>)>> m_wantStored; // who waits for it to be in use
    std::chrono::steady_clock::time_point m_stopAt {}, m_finishAt {};
    bool m_ended = false; // running exchanges were told to end
};

/// The table of providers as a Markdown page.
std::string providerPage();

} // namespace gatehouse
