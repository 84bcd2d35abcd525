// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/front/endpoints.h"

namespace gatehouse::front {

/// The doors by which keys, users, teams, organizations and projects are administered. Where a row's guard is Key or Member, the
/// handler sees to whose it is.
std::vector<Endpoint> withPeople(std::vector<Endpoint> rows);

} // namespace gatehouse::front
