// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/gateway.h"

#include <optional>
#include <string>
#include <vector>

namespace gatehouse::app {

/// What the command line asks for.
struct Options {
    enum class Task { Run, Help, Version, Check, Schema, Reference, Providers, Metrics, Key, Invalid };
    Task task = Task::Run;
    bool service = false;   ///< headless: no window, no tray
    bool minimized = false; ///< the desktop starts in the tray
    bool debug = false;
    bool allowOpenAccess = false;      ///< an address open to others without a master key
    std::string configFile;            ///< empty = config.yaml of the data directory, else the demo
    std::string dataDir;               ///< empty = the user's data directory
    std::string model, alias, apiBase; ///< --model: one deployment without a file
    bool dropParams = false;
    std::string requestTimeout;
    std::string logLevel; ///< --log-level: see observe::setLevels()
    GatewayOptions gateway;
    std::string file;                                ///< of "check FILE"
    std::string keyAction, keyName;                  ///< of "key set NAME"; of "key list" no name
    std::chrono::milliseconds keychainTime {30'000}; ///< how long the keychain may take to answer, its password included
    std::string problem;                             ///< of Task::Invalid: what is wrong with the command line
    std::vector<std::string> warnings;               ///< flags that LiteLLM has and that mean nothing here
};

/// Reads a command line (without the program's name). Gatehouse's flags and LiteLLM's are understood; - and _ are the same in
/// names.
Options parseOptions(const std::vector<std::string> &arguments);

/// The text of --help.
std::string helpText();

} // namespace gatehouse::app
