// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/house.h"
#include "ui/gateway_control.h"

#include <QThread>

#include <chrono>
#include <memory>

namespace gatehouse::app {

/// The switch that window and tray see, over a house on a thread of its own: reading files, waiting for a keychain, moving a
/// database on and ending requests never hold up the window. Main thread, except where it says otherwise.
class HouseControl final : public ui::GatewayControl
{
    Q_OBJECT
public:
    /// @param keychain is asked on the house's thread and may block it. Empty: the keychain of the user, which is spoken to on
    /// the main thread, as Keychain wants it.
    explicit HouseControl(const Options &options, config::KeychainReader keychain = {});
    ~HouseControl() override; ///< ends at once

    void start() override;
    void stop() override;
    ui::GatewayState state() const override { return m_state; }
    QString problem() const override { return m_problem; }
    QUrl baseUrl() const override { return m_facts.baseUrl; }
    QByteArray adminKey() const override { return m_facts.adminKey; }
    QString configFile() const override { return m_facts.configFile; }
    int requestsInFlight() const override;
    /// The configuration is read again, and the keys in the keychain with it.
    void reload();
    /// Stops the gateway, giving what runs that long to finish, and ends its thread. Events are handled meanwhile; nothing can
    /// be started after it.
    void end(std::chrono::milliseconds patience);

private:
    /// What the window wants to know of the house, as it was when that changed last.
    struct Facts {
        QUrl baseUrl;
        QByteArray adminKey;
        QString configFile;
        bool operator==(const Facts &) const = default;
    };
    static Facts factsOf(const House &house); // on the house's thread
    void settleIn(const Options &options, config::KeychainReader keychain);
    void tellFacts(); // on the house's thread
    void learn(const Facts &facts);
    Result<Secret, config::KeychainFault> askKeychain(const std::string &name, std::chrono::milliseconds patience);
    void onStarted(const QString &problem);
    void onStopped();
    void post(std::function<void(House &)> task);
    void enter(ui::GatewayState state, QString problem = {});

    QThread m_thread;
    QObject m_inbox;                // lives on the house's thread: what is posted to it runs there, in order
    std::unique_ptr<House> m_house; // made and destroyed there
    Facts m_facts;
    ui::GatewayState m_state = ui::GatewayState::Stopped;
    QString m_problem;
    bool m_isEnding = false;
};

} // namespace gatehouse::app
