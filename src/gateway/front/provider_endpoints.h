// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/front/endpoints.h"

namespace gatehouse::front {

/// The doors by which providers and models are found and tried before they are configured: docs/providers-api.md.
std::vector<Endpoint> withProviders(std::vector<Endpoint> rows);

} // namespace gatehouse::front
