// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/sources.h"
#include "gateway/people/directory.h"

#include <string>

/// Models, guardrails, credentials and settings that were added at run time, as records keep them.
namespace gatehouse::admin {

/// All of them, opened, for the configuration's reader. What cannot be opened is among the problems.
config::Stored storedConfig(const people::Directory &directory, const Secret &saltKey);

/// Where the secrets of a record are sealed; see Vault.
std::string placeOfModel(const std::string &id);
std::string placeOfGuardrail(const std::string &id);
std::string placeOfCredential(const std::string &name);
std::string placeOfSetting(const std::string &section);

} // namespace gatehouse::admin
