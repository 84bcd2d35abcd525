// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/columns.h"

namespace gatehouse::store {

namespace {

constexpr Column all[] {
    {"request_id"},
    {"call_id"},
    {"api_key"},
    {"user_id"},
    {"team_id"},
    {"organization_id"},
    {"end_user"},
    {"session_id"},
    {"started_at", Kind::Integer},
    {"ended_at", Kind::Integer},
    {"model"},
    {"model_group"},
    {"model_id"},
    {"custom_llm_provider"},
    {"prompt_tokens", Kind::Integer},
    {"completion_tokens", Kind::Integer},
    {"spend_nanos", Kind::Integer},
    {"outcome"},
    {"http_status", Kind::Integer},
};

} // namespace

std::span<const Column> columns()
{
    return all;
}

} // namespace gatehouse::store
