// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/key_memory.h"
#include "app/options.h"
#include "gateway/config/file_source.h"
#include "gateway/config/watch.h"
#include "gateway/gateway.h"
#include "gateway/observe/log.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace gatehouse::app {

/// The composition root: builds everything and hands it on. One a program, made, used and destroyed on one thread with an event
/// loop: the main one of the service, one of its own behind a window.
class House : public QObject
{
    Q_OBJECT
public:
    /// @param keychain empty: that of the user, which wants the main thread
    explicit House(Options options, config::KeychainReader keychain = {}, QObject *parent = nullptr);

    /// Reads the configuration and starts the gateway. Fails with a message for people; what reading had to say is logged.
    Result<> start();
    /// Reads the configuration again; a broken one is said and the last good one stays.
    void reload() { reloadThen({}); }
    void stop() { m_gateway.stop(); }
    void hurry() { m_gateway.hurry(); }

    bool isRunning() const { return m_gateway.isRunning(); }
    /// From any thread.
    std::size_t requestsInFlight() const { return m_gateway.requestsInFlight(); }
    std::string baseUrl() const;
    Secret masterKey() const { return m_masterKey; }
    /// The file in use; empty for the demo and --model.
    std::string configFile() const { return m_configFile; }
    observe::Log &log() { return m_log; }

Q_SIGNALS:
    /// Another configuration is in use: base URL, master key and file may be others.
    void changed();
    void stopped();

private:
    using Reloaded = std::function<void(Result<>)>;
    void reloadThen(Reloaded done);
    Result<std::shared_ptr<const pipeline::Snapshot>> readAnew();
    config::FileSource configSource();
    void chooseForm();
    void chooseLevels(const config::Config &config);
    config::KeychainReader keychain();
    config::Config read(config::KeychainReader keychain);
    void lend(std::function<void(const config::Reading &)> use);
    void remember(const config::Config &config);
    void finishReading();
    Result<std::shared_ptr<const pipeline::Snapshot>> compileStored();
    config::Config readFrom(const config::Sources &sources);
    config::Config readFile(const config::Sources &sources);
    std::vector<std::string> watchedFiles(const config::Config &config) const;
    void sayAll(const std::vector<config::Diagnostic> &diagnostics);
    void follow(const config::Config &config, const pipeline::Snapshot &snapshot);
    Result<> checkOpenAccess(const Secret &masterKey) const;

    Options m_options;
    observe::Log m_log;
    config::Environment m_environment;
    KeyMemory m_keys;
    std::string m_configFile;
    std::string m_text; // of the configuration, as it was read last
    std::vector<Reloaded> m_wantReload;
    Gateway m_gateway;
    config::Watch m_watch;
    Secret m_masterKey;
    std::uint16_t m_port = 0;
    bool m_isReading = false; // the keychain's event loop may bring another wish to read
    bool m_hasToReload = false;
    config::Reading m_reading;                                                    // of the configuration in use
    std::vector<std::function<void(const config::Reading &)>> m_wantReading = {}; // once nobody waits for the keychain
};

} // namespace gatehouse::app
