-- Of what daily_spend counts, the calls that were answered from the cache of answers. Hardly a row where nothing is kept.
CREATE TABLE daily_cache_hits (
    day BIGINT NOT NULL,
    api_key TEXT NOT NULL,
    user_id TEXT NOT NULL,
    team_id TEXT NOT NULL,
    organization_id TEXT NOT NULL,
    model TEXT NOT NULL,
    model_group TEXT NOT NULL,
    custom_llm_provider TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    hits BIGINT NOT NULL,
    completion_tokens BIGINT NOT NULL,
    PRIMARY KEY (day, api_key, user_id, team_id, organization_id, model, model_group, custom_llm_provider, endpoint)
);
