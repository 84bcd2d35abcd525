-- Everybody and everything that is administered: keys (by their hash), users, teams, budgets … Their shape is data, because it is
-- decided from memory and SQL only keeps it. The revision rises with each change of any of them, in the order of the commits, so that
-- programs on one database see one another's. Without json = it is gone.
CREATE TABLE records (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    json TEXT,
    revision BIGINT NOT NULL,
    PRIMARY KEY (kind, id)
);
CREATE INDEX records_by_revision ON records (revision);
CREATE TABLE record_revision (
    one BIGINT NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL
);
INSERT INTO record_revision (one, revision) VALUES (1, 0);
-- Who changed what, when, from what, to what. Times are microseconds since 1970 UTC. No key, and no credential in clear, is in it.
CREATE TABLE audit_log (
    id TEXT NOT NULL PRIMARY KEY,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL,
    changed_by_key TEXT NOT NULL,
    action TEXT NOT NULL,
    kind TEXT NOT NULL,
    object_id TEXT NOT NULL,
    before_value TEXT,
    after_value TEXT
);
CREATE INDEX audit_log_by_time ON audit_log (changed_at);
CREATE INDEX audit_log_by_object ON audit_log (object_id);
