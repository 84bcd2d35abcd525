-- What each hour added up to, for curves over days; hours are counted since 1970-01-01 UTC. Durations are counted by about how long they
-- were (bucket), so that percentiles of any time can be told: of whole answers (kind 0) and until the first token of streams (kind 1).
CREATE TABLE hourly_use (
    hour BIGINT NOT NULL PRIMARY KEY,
    requests BIGINT NOT NULL,
    errors BIGINT NOT NULL,
    prompt_tokens BIGINT NOT NULL,
    completion_tokens BIGINT NOT NULL,
    cached_read_tokens BIGINT NOT NULL,
    spend_nanos BIGINT NOT NULL
);
CREATE TABLE hourly_latency (
    hour BIGINT NOT NULL,
    kind BIGINT NOT NULL,
    bucket BIGINT NOT NULL,
    calls BIGINT NOT NULL,
    PRIMARY KEY (hour, kind, bucket)
);
INSERT INTO hourly_use SELECT started_at / 3600000000, COUNT(*), SUM(CASE WHEN outcome IN ('failed', 'refused') THEN 1 ELSE 0 END), SUM(prompt_tokens), SUM(completion_tokens), 0, SUM(spend_nanos) FROM spend_logs GROUP BY 1;
