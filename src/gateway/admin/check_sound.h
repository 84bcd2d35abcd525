// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/wire/body_source.h"

#include <memory>
#include <string_view>

namespace gatehouse::admin {

constexpr std::string_view soundBoundary = "gatehouse-health-check";

/// What a health check has transcribed: a form with one file, half a second of silence.
std::unique_ptr<wire::BodySource> soundForm();

} // namespace gatehouse::admin
