// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"

#include <string>

namespace gatehouse::providers {

/// The bytes of a credential's file, without white space at its end. The failure is the operating system's reason in words
/// ("No such file or directory") and names neither path nor content. Files above 1 MiB are refused, and so is what is no file.
Result<std::string, std::string> readTextFile(const std::string &path);

} // namespace gatehouse::providers
