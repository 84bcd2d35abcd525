// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/columns.h"

namespace gatehouse::store {

namespace {

constexpr Column all[] {
    {"request_id"},
    {"api_key"},
    {"started_at", Kind::Integer},
    {"ended_at", Kind::Integer},
    {"model"},
    {"model_group"},
    {"prompt_tokens", Kind::Integer},
    {"completion_tokens", Kind::Integer},
    {"spend_nanos", Kind::Integer},
    {"outcome"},
};

} // namespace

std::span<const Column> columns()
{
    return all;
}

} // namespace gatehouse::store
