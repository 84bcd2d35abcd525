// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

struct sockaddr;

namespace gatehouse::upstream {

/// Whether \a address belongs to the internet that everybody can reach, and not to this machine, its networks or its cloud: by
/// IANA's registries of special addresses (RFC 6890). An IPv4 address inside an IPv6 one counts as what it is.
bool isPublicPlace(const sockaddr &address);

} // namespace gatehouse::upstream
