// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"

/// Credentials that deployments name with litellm_credential_name: those of the configuration are shown, those of the database
/// are administered. Values are sealed in the database and masked in answers.
namespace gatehouse::admin {

Result<std::string> createCredential(people::Draft &draft, const Asked &asked);
Result<std::string> updateCredential(people::Draft &draft, const Asked &asked);
Result<std::string> deleteCredential(people::Draft &draft, const Asked &asked);
Result<std::string> listCredentials(people::Draft &draft, const Asked &asked);
Result<std::string> showCredential(people::Draft &draft, const Asked &asked);
/// {id} is a deployment's.
Result<std::string> showCredentialOfModel(people::Draft &draft, const Asked &asked);

} // namespace gatehouse::admin
