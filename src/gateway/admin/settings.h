// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/admin/management.h"

/// Keys of the configuration that are set at run time: they lie over the file's, and are kept in the database.
namespace gatehouse::admin {

/// POST /config/update: sections with their keys.
Result<std::string> updateConfig(people::Draft &draft, const Asked &asked);
/// POST /config/field/update and /config/field/delete: one key of general_settings.
Result<std::string> updateField(people::Draft &draft, const Asked &asked);
Result<std::string> deleteField(people::Draft &draft, const Asked &asked);
/// GET /config/field/info?field_name=, /config/list?config_type=general_settings
Result<std::string> showField(people::Draft &draft, const Asked &asked);
Result<std::string> listFields(people::Draft &draft, const Asked &asked);

} // namespace gatehouse::admin
