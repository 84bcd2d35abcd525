// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/value.h"

namespace gatehouse::config {

/// \a root, which is a whole file, with every credential in it hidden from show(): by the schema where that knows the key, else
/// by the key's name or the text's form. Headers are hidden all. References (os.environ/NAME, keychain/NAME, file/PATH) stay:
/// they say where one is kept.
Value withHiddenSecrets(const Value &root);

} // namespace gatehouse::config
