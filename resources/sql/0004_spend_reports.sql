-- What calls are looked for by. An index of what most calls do not say holds only those that do.
ALTER TABLE spend_logs ADD COLUMN call_id TEXT NOT NULL DEFAULT '';
ALTER TABLE spend_logs ADD COLUMN model_id TEXT NOT NULL DEFAULT '';
ALTER TABLE spend_logs ADD COLUMN custom_llm_provider TEXT NOT NULL DEFAULT '';
ALTER TABLE spend_logs ADD COLUMN team_id TEXT NOT NULL DEFAULT '';
ALTER TABLE spend_logs ADD COLUMN organization_id TEXT NOT NULL DEFAULT '';
ALTER TABLE spend_logs ADD COLUMN end_user TEXT NOT NULL DEFAULT '';
ALTER TABLE spend_logs ADD COLUMN session_id TEXT NOT NULL DEFAULT '';
ALTER TABLE spend_logs ADD COLUMN http_status BIGINT NOT NULL DEFAULT 0;
DROP INDEX spend_logs_by_time;
CREATE INDEX spend_logs_by_time ON spend_logs (started_at, receipt_id);
CREATE INDEX spend_logs_by_key ON spend_logs (api_key, started_at);
CREATE INDEX spend_logs_by_user ON spend_logs (user_id, started_at) WHERE user_id <> '';
CREATE INDEX spend_logs_by_team ON spend_logs (team_id, started_at) WHERE team_id <> '';
CREATE INDEX spend_logs_by_customer ON spend_logs (end_user, started_at) WHERE end_user <> '';
CREATE INDEX spend_logs_by_session ON spend_logs (session_id) WHERE session_id <> '';
CREATE INDEX spend_logs_by_call ON spend_logs (call_id) WHERE call_id <> '';
CREATE INDEX spend_logs_of_failures ON spend_logs (started_at, receipt_id) WHERE outcome <> 'completed';
-- How many rows of each day are there, and how long their entries are, because counting a million takes longer than showing a page of
-- them. Days are counted since 1970-01-01 UTC.
CREATE TABLE spend_log_days (
    day BIGINT NOT NULL PRIMARY KEY,
    kept BIGINT NOT NULL,
    characters BIGINT NOT NULL
);
INSERT INTO spend_log_days SELECT started_at / 86400000000, COUNT(*), SUM(LENGTH(entry)) FROM spend_logs GROUP BY 1;
-- The sums of each day, for charts and reports; kept when the rows are removed. A call that no deployment was chosen for has no model.
CREATE TABLE daily_spend (
    day BIGINT NOT NULL,
    api_key TEXT NOT NULL,
    user_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    organization_id TEXT NOT NULL,
    model TEXT NOT NULL,
    model_group TEXT NOT NULL,
    custom_llm_provider TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    prompt_tokens BIGINT NOT NULL,
    completion_tokens BIGINT NOT NULL,
    cached_read_tokens BIGINT NOT NULL,
    cache_write_tokens BIGINT NOT NULL,
    spend_nanos BIGINT NOT NULL,
    api_requests BIGINT NOT NULL,
    successful_requests BIGINT NOT NULL,
    failed_requests BIGINT NOT NULL,
    PRIMARY KEY (day, api_key, user_id, team_id, organization_id, model, model_group, custom_llm_provider, endpoint)
);
CREATE INDEX daily_spend_by_key ON daily_spend (api_key, day);
CREATE INDEX daily_spend_by_user ON daily_spend (user_id, day);
CREATE INDEX daily_spend_by_team ON daily_spend (team_id, day);
CREATE INDEX daily_spend_by_organization ON daily_spend (organization_id, day);
-- The same for those who stand behind a key: a call counts once for each of its tags.
CREATE TABLE daily_tag_spend (
    day BIGINT NOT NULL,
    tag TEXT NOT NULL,
    api_key TEXT NOT NULL,
    user_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    model TEXT NOT NULL,
    model_group TEXT NOT NULL,
    custom_llm_provider TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    prompt_tokens BIGINT NOT NULL,
    completion_tokens BIGINT NOT NULL,
    cached_read_tokens BIGINT NOT NULL,
    cache_write_tokens BIGINT NOT NULL,
    spend_nanos BIGINT NOT NULL,
    api_requests BIGINT NOT NULL,
    successful_requests BIGINT NOT NULL,
    failed_requests BIGINT NOT NULL,
    PRIMARY KEY (day, tag, api_key, user_id, team_id, model, model_group, custom_llm_provider, endpoint)
);
CREATE INDEX daily_tag_spend_by_tag ON daily_tag_spend (tag, day);
CREATE TABLE daily_customer_spend (
    day BIGINT NOT NULL,
    end_user TEXT NOT NULL,
    api_key TEXT NOT NULL,
    user_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    model TEXT NOT NULL,
    model_group TEXT NOT NULL,
    custom_llm_provider TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    prompt_tokens BIGINT NOT NULL,
    completion_tokens BIGINT NOT NULL,
    cached_read_tokens BIGINT NOT NULL,
    cache_write_tokens BIGINT NOT NULL,
    spend_nanos BIGINT NOT NULL,
    api_requests BIGINT NOT NULL,
    successful_requests BIGINT NOT NULL,
    failed_requests BIGINT NOT NULL,
    PRIMARY KEY (day, end_user, api_key, user_id, team_id, model, model_group, custom_llm_provider, endpoint)
);
CREATE INDEX daily_customer_spend_by_customer ON daily_customer_spend (end_user, day);
INSERT INTO daily_spend SELECT started_at / 86400000000, api_key, user_id, team_id, organization_id, model, model_group, custom_llm_provider, '', SUM(prompt_tokens), SUM(completion_tokens), 0, 0, SUM(spend_nanos), COUNT(*), SUM(CASE WHEN outcome = 'completed' THEN 1 ELSE 0 END), SUM(CASE WHEN outcome = 'completed' THEN 0 ELSE 1 END) FROM spend_logs GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
-- What was said, where the configuration asks for it to be kept: JSON, redacted and cut.
CREATE TABLE spend_bodies (
    receipt_id TEXT NOT NULL PRIMARY KEY,
    messages TEXT NOT NULL,
    response TEXT NOT NULL
);
