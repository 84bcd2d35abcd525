// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

// GnuTLS is in the program because Debian's libcurl speaks LDAP and RTMP. It asks for this function (GNUTLS_SKIP_GLOBAL_INIT in
// its header, which we would need for nothing else) whether to set itself up when the program starts; whoever does use it, does
// that once more.
extern "C" int _gnutls_global_init_skip(); // NOLINT(bugprone-reserved-identifier)
extern "C" int _gnutls_global_init_skip()  // NOLINT(bugprone-reserved-identifier)
{
    return 1;
}
