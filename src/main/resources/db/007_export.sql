-- What was exported from this workspace; the bundles themselves are folders elsewhere.
CREATE TABLE exported_bundle (
    number INT PRIMARY KEY,
    exported_at BIGINT NOT NULL,
    folder VARCHAR(4000) NOT NULL,
    hash VARCHAR(64) NOT NULL,
    rule_set_version INT NOT NULL,
    vectors INT NOT NULL
);
