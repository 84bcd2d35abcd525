// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/result.h"
#include "gateway/core/secret.h"

#include <string>

namespace gatehouse::app {

/// Asks for a secret: on a terminal with \a question and without showing what is typed, else all of standard input without one
/// line break at the end. Fails with a sentence for people.
Result<Secret, std::string> askForSecret(const std::string &question);

} // namespace gatehouse::app
