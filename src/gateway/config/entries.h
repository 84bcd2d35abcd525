// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/config.h"

namespace gatehouse::config {

/// \a root with the entries of model_list complete: credentials that are named are merged in, rpm and tpm of the entry stand in
/// litellm_params. Entries that cannot be used are said to be so.
Value completed(const Value &root, std::vector<Diagnostic> &diagnostics);
/// True for an entry of model_list that names a model.
bool isUsable(const Value &entry);
/// One entry for each organization where litellm_params.organization is a list; otherwise just \a entry.
std::vector<Value> perOrganization(const Value &entry);

} // namespace gatehouse::config
