// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/wire/json_object.h"

#include <string_view>

namespace gatehouse::translate {

/// \a body with the members of \a changes (a JSON object's text) in place of its own. Fails where they are no object.
Result<wire::JsonObject> changed(const wire::JsonObject &body, std::string_view changes);

} // namespace gatehouse::translate
