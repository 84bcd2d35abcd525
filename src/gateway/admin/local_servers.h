// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/translate/model_list.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The programs that serve models on one's own machine, and how they are told apart.
namespace gatehouse::admin {

/// What a port of this machine answered to one path.
struct LocalAnswer {
    int status = 0;
    std::string body = {};
};
using LocalAnswers = std::map<std::string, LocalAnswer, std::less<>>; ///< by path

/// A kind of server: a row of the table.
struct LocalKind {
    std::string_view name, title;
    std::string_view provider;   ///< the prefix of its models
    std::string_view embeddings; ///< the same for those that embed
    std::string_view base;       ///< its path behind the host
    std::uint16_t port;          ///< where it usually is
};

/// A server that was recognised.
struct LocalServer {
    const LocalKind *kind = nullptr;
    std::string version = {};
    bool needsKey = false; ///< it refused to tell its models
    std::vector<translate::ListedModel> models = {};
};

/// The ports of the table, none twice.
std::vector<std::uint16_t> usualPorts();
/// What is asked first: whoever does not even answer this is not asked anything else.
std::string_view firstPath();
/// What is asked of those who have answered.
std::span<const std::string_view> furtherPaths();
/// Which server it is that gave \a answers at \a port. Nothing for a gateway, ours included, and for what is no server of models.
std::optional<LocalServer> recognised(const LocalAnswers &answers, std::uint16_t port);

/// One object of GET /providers/local. \a latency in milliseconds.
std::string localRecord(const LocalServer &server, std::uint16_t port, double latency, bool isUsed);

} // namespace gatehouse::admin
