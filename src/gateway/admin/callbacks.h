// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"

/// What is told of calls, and how that fares.
namespace gatehouse::admin {

/// GET /callbacks/list (admin): {"success": […], "failure": […], "success_and_failure": […]}, by names.
void listCallbacks(pipeline::Context &context, pipeline::Inbound inbound);
/// GET /active/callbacks (admin): LiteLLM's lists of names as texts, and "sinks": what of each was sent, refused, dropped and
/// waits.
void showActiveCallbacks(pipeline::Context &context, pipeline::Inbound inbound);
/// GET /get/config/callbacks (admin): {status, callbacks: [{name, variables}], …}, variables masked.
void showConfiguredCallbacks(pipeline::Context &context, pipeline::Inbound inbound);
/// GET /health/services?service= (admin): sends a made-up call to a sink, or a made-up alert to a channel of alerts, and tells
/// how that went.
void testService(pipeline::Context &context, pipeline::Inbound inbound);

} // namespace gatehouse::admin
