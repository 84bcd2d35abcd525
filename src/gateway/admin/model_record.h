// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/catalogue/catalogue.h"
#include "gateway/core/deployment.h"
#include "gateway/wire/json_writer.h"

#include <string_view>
#include <vector>

/// A deployment as /model/info shows it, in LiteLLM's shape. No credential is in it.
namespace gatehouse::admin {

/// {"model_name", "litellm_params", "model_info"}: the entry's own words first, then what the catalogue knows.
void writeModelRecord(wire::JsonWriter &json, const Deployment &deployment, const catalogue::Catalogue &catalogue);

/// The parameters that \a deployment takes, by its mode.
std::vector<std::string_view> supportedParams(const Deployment &deployment);

} // namespace gatehouse::admin
