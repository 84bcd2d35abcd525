// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/config/file_question.h"
#include "gateway/pipeline/context.h"

#include <functional>

/// The doors of the configuration's file and of the table of its keys: docs/config-api.md.
namespace gatehouse::admin {

/// Hands the question to the desk. For the administrator alone, also where it only reads: the file may hold secrets in clear.
/// \a rework, where there is one, makes another answer of the desk's, on the desk's thread.
void askConfigDesk(pipeline::Context &context, pipeline::Inbound inbound, config::FileQuestion::Kind kind,
    std::function<config::FileAnswer(config::FileAnswer)> rework = {});
template <config::FileQuestion::Kind kind> void configDesk(pipeline::Context &context, pipeline::Inbound inbound)
{
    askConfigDesk(context, std::move(inbound), kind);
}

/// GET /config/tree?sections=a,b: what the file says, as values.
void showConfigTree(pipeline::Context &context, pipeline::Inbound inbound);
/// GET /config/schema
void showConfigSchema(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
