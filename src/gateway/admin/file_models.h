// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/written_models.h"
#include "gateway/pipeline/context.h"

namespace gatehouse::admin {

/// GET /config/file/models: which entry of the file each deployment is made of, as it is written there (docs/config-api.md).
void listFileModels(pipeline::Context &context, pipeline::Inbound inbound);

/// What that answers, made of the answer of GET /config/file. \a ids belong to the text that is in use: where the file is
/// another, nothing is known of its entries.
std::string fileModels(const std::string &file, const config::IdsByLine &ids);

} // namespace gatehouse::admin
