-- One row for each receipt. Times are microseconds since 1970 UTC, money is nano-dollars. What is asked for and summed has a column
-- of its own; the rest stands in the receipt's entry, a JSON object, because a column costs a request as much as ten members do.
CREATE TABLE spend_logs (
    receipt_id TEXT NOT NULL PRIMARY KEY,
    request_id TEXT NOT NULL,
    api_key TEXT NOT NULL,
    user_id TEXT NOT NULL DEFAULT '',
    started_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL,
    model TEXT NOT NULL,
    model_group TEXT NOT NULL,
    prompt_tokens BIGINT NOT NULL,
    completion_tokens BIGINT NOT NULL,
    spend_nanos BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    entry TEXT NOT NULL
);
CREATE INDEX spend_logs_by_time ON spend_logs (started_at);
CREATE INDEX spend_logs_by_request ON spend_logs (request_id);
-- How far each file of a journal is in SQL; changed in the transaction that brings its rows.
CREATE TABLE journal_segments (
    name TEXT NOT NULL PRIMARY KEY,
    booked BIGINT NOT NULL
);
