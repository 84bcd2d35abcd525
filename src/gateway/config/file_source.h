// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/sources.h"
#include "gateway/core/result.h"
#include "gateway/core/secret.h"

#include <functional>
#include <string>

namespace gatehouse::config {

/// What the desk needs of whoever reads the configuration. Its functions may be called on any thread.
struct FileSource {
    std::string path = {}; ///< of the file, or where it would be; empty = there is none to edit
    std::string demo = {}; ///< what runs while there is no file
    Environment environment = processEnvironment();
    /// Does not ask the keychain, which may ask people, but says what it is known to hold.
    KeychainReader keychain = {};
    StoredReader stored = {};
    /// Whether the gateway may go on with this master key.
    std::function<Result<>(const Secret &masterKey)> mayRun = {};
    /// Reads the file anew, and tells when every worker has it in use, on any thread. An error says why it is not.
    std::function<void(std::function<void(Result<>)> done)> reload = {};
};

/// What reading the configuration has come to.
struct FileReading {
    std::string text = {};
    bool isFile = false; ///< else it is the demo's
    bool isInUse = false;
    bool isStart = false; ///< the gateway has started with it
};

} // namespace gatehouse::config
