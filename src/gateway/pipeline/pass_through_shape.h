// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/dialect.h"
#include "gateway/core/operation.h"
#include "gateway/pipeline/pass_through_rules.h"
#include "gateway/wire/request.h"

#include <optional>

/// Where guardrails find texts in what is handed on.
namespace gatehouse::pipeline {

/// What a provider's own API is asked for.
struct Shape {
    Dialect dialect = Dialect::OpenAiChat;
    Operation operation = Operation::Chat;
};

/// As the end of the path says it at a provider's door; nothing where nobody here knows.
std::optional<Shape> shapeOf(const PassThroughRule &rule, const wire::Request &request);

/// Whether the body is none that holds texts: a form with files, sound, bytes.
bool holdsFiles(const wire::Request &request);

} // namespace gatehouse::pipeline
