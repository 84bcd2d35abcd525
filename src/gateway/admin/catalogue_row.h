// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/catalogue/catalogue.h"
#include "gateway/pipeline/context.h"
#include "gateway/providers/table.h"
#include "gateway/wire/json_writer.h"

#include <string>

/// The built-in table of models, for who chooses one.
namespace gatehouse::admin {

/// The members max_input_tokens, max_output_tokens and the prices of a million tokens, into the object that \a json is writing.
/// nullptr: all are null.
void writeLimits(wire::JsonWriter &json, const catalogue::Entry *entry);

/// The provider whose models entries with \a listed for their litellm_provider are of, if it is served.
const providers::Provider *servedBy(std::string_view listed);
/// How litellm_params.model names an entry of \a row.
std::string modelName(const catalogue::Entry &entry, const providers::Provider &row);

/// GET /catalogue: see docs/providers-api.md. 400 for a number that is none, or out of bounds.
void listCatalogue(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
