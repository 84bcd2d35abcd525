-- One row for each receipt. Times are microseconds since 1970 UTC, money is nano-dollars. What later versions fill stands here
-- already, so that LiteLLM's columns are all there.
CREATE TABLE spend_logs (
    receipt_id TEXT NOT NULL PRIMARY KEY,
    request_id TEXT NOT NULL,
    call_type TEXT NOT NULL,
    api_key TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL,
    first_token_at BIGINT NOT NULL,
    upstream_micros BIGINT NOT NULL,
    model TEXT NOT NULL,
    model_id TEXT NOT NULL,
    model_group TEXT NOT NULL,
    custom_llm_provider TEXT NOT NULL,
    path TEXT NOT NULL,
    prompt_tokens BIGINT NOT NULL,
    completion_tokens BIGINT NOT NULL,
    cached_read_tokens BIGINT NOT NULL,
    cache_write_tokens BIGINT NOT NULL,
    reasoning_tokens BIGINT NOT NULL,
    audio_input_tokens BIGINT NOT NULL,
    audio_output_tokens BIGINT NOT NULL,
    is_priced BIGINT NOT NULL,
    spend_nanos BIGINT NOT NULL,
    input_nanos BIGINT NOT NULL,
    output_nanos BIGINT NOT NULL,
    cached_read_nanos BIGINT NOT NULL,
    cache_write_nanos BIGINT NOT NULL,
    reasoning_nanos BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    http_status BIGINT NOT NULL,
    fault TEXT NOT NULL,
    error TEXT NOT NULL,
    finish_reason TEXT NOT NULL,
    attempts TEXT NOT NULL,
    api_base TEXT NOT NULL DEFAULT '',
    user_id TEXT NOT NULL DEFAULT '',
    team_id TEXT NOT NULL DEFAULT '',
    organization_id TEXT NOT NULL DEFAULT '',
    end_user TEXT NOT NULL DEFAULT '',
    request_tags TEXT NOT NULL DEFAULT '[]',
    requester_ip_address TEXT NOT NULL DEFAULT '',
    session_id TEXT NOT NULL DEFAULT '',
    cache_hit TEXT NOT NULL DEFAULT 'None',
    cache_key TEXT NOT NULL DEFAULT 'Cache OFF',
    metadata TEXT NOT NULL DEFAULT '{}',
    messages TEXT NOT NULL DEFAULT '{}',
    response TEXT NOT NULL DEFAULT '{}',
    proxy_server_request TEXT NOT NULL DEFAULT '{}',
    mcp_namespaced_tool_name TEXT NOT NULL DEFAULT '',
    agent_id TEXT NOT NULL DEFAULT ''
);
CREATE INDEX spend_logs_by_time ON spend_logs (started_at);
CREATE INDEX spend_logs_by_request ON spend_logs (request_id);
CREATE INDEX spend_logs_by_key ON spend_logs (api_key, started_at);
CREATE INDEX spend_logs_by_user ON spend_logs (user_id, started_at);
-- How far each file of a journal is in SQL; changed in the transaction that brings its rows.
CREATE TABLE journal_segments (
    name TEXT NOT NULL PRIMARY KEY,
    booked BIGINT NOT NULL
);
