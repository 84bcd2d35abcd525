// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

/// The doors behind which responses are kept: asked for again, deleted, cancelled, their input listed. Whatever a provider keeps
/// is asked of it; the rest is in the store. Handlers for the table of endpoints; their guard has asked for the key, and
/// Inbound::pathModel is the id.
namespace gatehouse::pipeline {

void showResponse(Context &context, Inbound inbound);
void deleteResponse(Context &context, Inbound inbound);
void listInputItems(Context &context, Inbound inbound);
void cancelResponse(Context &context, Inbound inbound);

} // namespace gatehouse::pipeline
