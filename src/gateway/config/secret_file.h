// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/core/secret.h"

#include <string>

namespace gatehouse::config {

/// What a file of one secret held.
struct SecretFile {
    Secret text;              ///< without one line break at the end
    bool isOpenToAll = false; ///< everybody on this machine may read it
};
/// Reads \a path. Fails with the reason where it is no regular file, is longer than 64 KiB, is not UTF-8 or cannot be read. Never
/// waits, whatever stands at that path.
Result<SecretFile, std::string> readSecretFile(const std::string &path);
/// Takes one line break off the end: editors and shells leave it behind a secret.
void dropLineBreak(std::string &text);

} // namespace gatehouse::config
