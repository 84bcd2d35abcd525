// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#include "gateway/store/columns.h"

namespace gatehouse::store {

namespace {

constexpr Column all[] {
    {"request_id"},
    {"call_type"},
    {"api_key"},
    {"started_at", Kind::Integer},
    {"ended_at", Kind::Integer},
    {"first_token_at", Kind::Integer},
    {"upstream_micros", Kind::Integer},
    {"model"},
    {"model_id"},
    {"model_group"},
    {"custom_llm_provider"},
    {"path"},
    {"prompt_tokens", Kind::Integer},
    {"completion_tokens", Kind::Integer},
    {"cached_read_tokens", Kind::Integer},
    {"cache_write_tokens", Kind::Integer},
    {"reasoning_tokens", Kind::Integer},
    {"audio_input_tokens", Kind::Integer},
    {"audio_output_tokens", Kind::Integer},
    {"is_priced", Kind::Integer},
    {"spend_nanos", Kind::Integer},
    {"input_nanos", Kind::Integer},
    {"output_nanos", Kind::Integer},
    {"cached_read_nanos", Kind::Integer},
    {"cache_write_nanos", Kind::Integer},
    {"reasoning_nanos", Kind::Integer},
    {"outcome"},
    {"http_status", Kind::Integer},
    {"fault"},
    {"error"},
    {"finish_reason"},
    {"attempts", Kind::Json},
};

} // namespace

std::span<const Column> columns()
{
    return all;
}

} // namespace gatehouse::store
