// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/secret.h"
#include "gateway/core/unsaid.h"

#include <string>
#include <string_view>

namespace gatehouse::pipeline {

using gatehouse::withoutSecrets;
/// The same, and without \a own: the key that a provider was shown and may repeat.
std::string withoutSecrets(std::string_view text, const Secret &own);

/// Whether a member of \a json, a checked text, is named for a credential, at whatever depth. Made for much text: hardly any is.
bool namesSecret(std::string_view json);

/// A JSON text to be kept: without credentials, also in members that are named for one (api_key, authorization …); texts of more
/// than 2,048 characters lose their middle, as LiteLLM cuts them. Of what is no JSON, or still longer than 100,000 bytes, only
/// its length.
std::string keepable(std::string_view json);

} // namespace gatehouse::pipeline
