// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/front/endpoints.h"

namespace gatehouse::front {

/// \a rows, and those of the configuration's file.
std::vector<Endpoint> withConfig(std::vector<Endpoint> rows);

} // namespace gatehouse::front
