// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/context.h"
#include "gateway/wire/json_writer.h"

#include <string>

/// The plain answers of the administrative doors.
namespace gatehouse::admin {

void answerJson(pipeline::Inbound &inbound, std::string json, int status = 200);
/// FastAPI's shape for refusals outside the model doors: {"detail": "…"}.
void answerDetail(pipeline::Inbound &inbound, int status, const std::string &detail);
/// 400 in the shape of LiteLLM's administrative doors: {"detail": {"error": "…"}}.
void answerRefusal(pipeline::Inbound &inbound, const std::string &why);

} // namespace gatehouse::admin
