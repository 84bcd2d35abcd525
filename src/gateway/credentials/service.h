// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/credentials/recipe.h"

#include <chrono>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

/// What the recipes share: how token services are asked, and their refusals in words.
namespace gatehouse::credentials {

/// A code with which a service refuses, and what is to be checked then. Codes that stand in no list are not repeated: they are
/// foreign text, and could hold anything.
struct Hint {
    std::string_view code, check;
};

/// A token service as messages speak of it.
struct Service {
    std::string_view name;  ///< "Microsoft Entra"
    std::string_view check; ///< what to check when it refuses without a known code
    std::span<const Hint> hints = {};
};

/// A question to a service somewhere on the net: 5 s to connect, 15 s in all.
upstream::Outgoing remoteQuestion(std::string url);
/// The same with a form in it.
upstream::Outgoing formQuestion(std::string url, std::string body);
/// A question to a metadata server, which is near or not there at all: 1 s to connect, 5 s in all, never through a proxy.
upstream::Outgoing machineQuestion(std::string url);

/// "Microsoft Entra gave no token: HTTP 401, invalid_client; check …". \a code as the service said it, \a detail of ours.
Error refusal(const Service &service, int status, std::string_view code = {}, std::string_view detail = {});
/// "…: its answer cannot be read (\a what)".
Error unreadable(const Service &service, std::string_view what);
/// "…: \a why".
Error unreached(const Service &service, const Error &why);
/// What has to be put right before anybody is asked.
Error unusable(std::string why);

/// A token or a key as it may stand in a header field: visible ASCII, not empty.
bool isPlain(std::string_view text);
/// Now and \a seconds, a week at most; now where they are not above 0.
Clock::Wall after(double seconds, Clock::Wall now);
/// "2026-01-02T03:04:05Z", with or without fractions; nothing when it is none.
std::optional<Clock::Wall> readTime(std::string_view text);

} // namespace gatehouse::credentials
