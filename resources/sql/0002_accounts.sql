-- What each account ("key:<hash>", "team:<id>") has spent in its period. Times are microseconds since 1970 UTC: when the period
-- began (0 = always), and when the next does (nothing = never). What a call cost counts where it ended in the period; it is added in the
-- transaction that brings the call's row.
CREATE TABLE accounts (
    name TEXT NOT NULL PRIMARY KEY,
    spend_nanos BIGINT NOT NULL DEFAULT 0,
    period_begin BIGINT NOT NULL DEFAULT 0,
    reset_at BIGINT
);
