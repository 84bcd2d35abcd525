// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace gatehouse::config {

/// What is asked of the configuration's file over HTTP; docs/config-api.md tells what comes of each.
struct FileQuestion {
    enum class Kind { Show, Preview, Change, ListVersions, ShowVersion, Undo };
    Kind kind = Kind::Show;
    std::string body = {};     ///< JSON; empty = none
    std::string revision = {}; ///< of the path
    std::string by = {};       ///< who asks, for the list of versions
};

/// What is answered. It may hold the file's text, and with it secrets: for its administrator only, never for a log.
struct FileAnswer {
    int status = 200;
    std::string json = {};
};

} // namespace gatehouse::config
