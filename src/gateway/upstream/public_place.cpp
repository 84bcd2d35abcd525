// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#include "gateway/upstream/public_place.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>

#include <netinet/in.h>
#include <sys/socket.h>

namespace gatehouse::upstream {

namespace {

/// The addresses that share the first \a bits with \a start; what is left out of it is zero.
template <std::size_t Size> struct Network {
    std::array<std::uint8_t, Size> start;
    std::size_t bits;

    bool holds(std::span<const std::uint8_t, Size> address) const
    {
        const std::size_t whole = bits / 8, rest = bits % 8;
        if (!std::equal(start.begin(), start.begin() + static_cast<std::ptrdiff_t>(whole), address.begin()))
            return false;
        const auto mask = static_cast<std::uint8_t>(0xff00U >> rest);
        return rest == 0 || (address[whole] & mask) == (start[whole] & mask);
    }
};

using Network4 = Network<4>;
using Network6 = Network<16>;
using Address4 = std::span<const std::uint8_t, 4>;
using Address6 = std::span<const std::uint8_t, 16>;

constexpr std::array notPublic4 {
    Network4 {{0}, 8},                 // this network
    Network4 {{10}, 8},                // private
    Network4 {{100, 64}, 10},          // carriers' own; Alibaba's metadata
    Network4 {{127}, 8},               // this machine
    Network4 {{168, 63, 129, 16}, 32}, // Azure's own service for each machine
    Network4 {{169, 254}, 16},         // link-local; the clouds' metadata
    Network4 {{172, 16}, 12},          // private
    Network4 {{192, 0, 0}, 24},        // protocols; Oracle's metadata
    Network4 {{192, 0, 2}, 24},        // examples
    Network4 {{192, 88, 99}, 24},      // relays to IPv6 that were
    Network4 {{192, 168}, 16},         // private
    Network4 {{198, 18}, 15},          // benchmarks
    Network4 {{198, 51, 100}, 24},     // examples
    Network4 {{203, 0, 113}, 24},      // examples
    Network4 {{224}, 4},               // multicast
    Network4 {{240}, 4},               // kept for later; broadcast
};

/// All that is given out to the internet; what is not here is not public.
constexpr Network6 global6 {{0x20}, 3};
constexpr std::array notPublic6 {
    Network6 {{0x20, 0x01}, 23},             // protocols, Teredo among them, which hides an IPv4 address
    Network6 {{0x20, 0x01, 0x0d, 0xb8}, 32}, // examples
    Network6 {{0x20, 0x02}, 16},             // 6to4, which holds an IPv4 address
    Network6 {{0x3f, 0xff}, 20},             // examples
};

/// What ends in an IPv4 address that is meant: ::ffff:a.b.c.d, and 64:ff9b::a.b.c.d of networks without IPv4.
constexpr std::array holding4 {
    Network6 {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96},
    Network6 {{0x00, 0x64, 0xff, 0x9b}, 96},
};

template <typename Networks, typename Address> bool isIn(const Networks &networks, Address address)
{
    return std::any_of(networks.begin(), networks.end(), [&](const auto &network) { return network.holds(address); });
}

bool isPublic4(Address4 address)
{
    return !isIn(notPublic4, address);
}

bool isPublic6(Address6 address)
{
    if (isIn(holding4, address))
        return isPublic4(address.last<4>());
    return global6.holds(address) && !isIn(notPublic6, address);
}

} // namespace

bool isPublicPlace(const sockaddr &address)
{
    if (address.sa_family == AF_INET) {
        sockaddr_in place {};
        std::memcpy(&place, &address, sizeof place);
        std::array<std::uint8_t, 4> bytes {};
        std::memcpy(bytes.data(), &place.sin_addr, bytes.size());
        return isPublic4(bytes);
    }
    if (address.sa_family == AF_INET6) {
        sockaddr_in6 place {};
        std::memcpy(&place, &address, sizeof place);
        std::array<std::uint8_t, 16> bytes {};
        std::memcpy(bytes.data(), &place.sin6_addr, bytes.size());
        return isPublic6(bytes);
    }
    return false;
}

} // namespace gatehouse::upstream
