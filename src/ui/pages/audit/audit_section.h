// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/pages/keys/section.h"

namespace gatehouse::ui {

/// The audit log as a list that comes page by page: nothing in it can be made, changed or deleted.
const AccountSection &auditSection();

} // namespace gatehouse::ui
