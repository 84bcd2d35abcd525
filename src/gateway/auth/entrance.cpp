// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/auth/entrance.h"

#include "gateway/auth/access.h"
#include "gateway/core/number_from.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>

namespace gatehouse::auth {

namespace {

/// 16 bytes; an IPv4 address as IPv6 maps it.
using Address = std::array<unsigned char, 16>;
constexpr int mappedBits = 96;

std::optional<Address> addressFrom(std::string_view text)
{
    const std::string copy(text);
    Address address {};
    if (::inet_pton(AF_INET6, copy.c_str(), address.data()) == 1)
        return address;
    address[10] = address[11] = 0xff;
    if (::inet_pton(AF_INET, copy.c_str(), address.data() + mappedBits / 8) == 1)
        return address;
    return std::nullopt;
}

bool areSame(const Address &one, const Address &other, int bits)
{
    const auto whole = static_cast<std::size_t>(bits / 8);
    if (!std::equal(one.begin(), one.begin() + bits / 8, other.begin()))
        return false;
    const int rest = bits % 8;
    return rest == 0 || ((one[whole] ^ other[whole]) >> (8 - rest)) == 0;
}

std::string callerAddress(const wire::Request &request, const Settings &settings)
{
    const std::string_view forwarded = request.headers.value("x-forwarded-for");
    if (!settings.believesForwarded || forwarded.empty())
        return request.peer;
    const std::string_view first = forwarded.substr(0, forwarded.find(','));
    const std::size_t begin = first.find_first_not_of(' ');
    return begin == first.npos ? std::string() : std::string(first.substr(begin, first.find_last_not_of(' ') + 1 - begin));
}

Failure<Error> forbidden(std::string message)
{
    return {Error {Fault::Forbidden, std::move(message), 0, "auth_error", "None"}};
}

} // namespace

bool isWithin(std::string_view address, std::string_view entry)
{
    const std::size_t slash = entry.find('/');
    const auto one = addressFrom(address), other = addressFrom(entry.substr(0, slash));
    if (!one || !other)
        return false;
    int bits = 128;
    if (slash != entry.npos) {
        const bool isFour = entry.find(':') == entry.npos;
        bits = numberFrom<int>(entry.substr(slash + 1)).value_or(-1);
        if (bits < 0 || bits > (isFour ? 32 : 128))
            return false;
        bits += isFour ? mappedBits : 0;
    }
    return areSame(*one, *other, bits);
}

Result<> mayEnter(const wire::Request &request, const Settings &settings)
{
    if (!settings.allowedIps.empty()) {
        const std::string address = callerAddress(request, settings);
        const auto has = [&address](const std::string &entry) { return isWithin(address, entry); };
        if (std::none_of(settings.allowedIps.begin(), settings.allowedIps.end(), has))
            return forbidden("Access forbidden: IP address " + address + " not allowed.");
    }
    if (!settings.allowedRoutes.empty() && !covered(settings.allowedRoutes, request.path))
        return forbidden("Access forbidden: Route " + request.path + " not allowed");
    return {};
}

bool isPublic(std::string_view path, const Settings &settings)
{
    return covered(settings.publicRoutes, path);
}

Result<> checkAdminOnly(std::string_view path, const Settings &settings, const people::Caller &caller)
{
    if (caller.isAdmin || !covered(settings.adminRoutes, path))
        return {};
    return forbidden("user not allowed to access this route. Route=" + std::string(path) + " is an admin only route");
}

} // namespace gatehouse::auth
