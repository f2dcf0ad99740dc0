-- A segment is its versions; a save adds the next one and none is ever changed. Deleting only hides.
CREATE TABLE segment (
    id VARCHAR(64) PRIMARY KEY,
    deleted BOOLEAN NOT NULL
);

CREATE TABLE segment_version (
    segment_id VARCHAR(64) NOT NULL REFERENCES segment (id),
    version INT NOT NULL,
    name VARCHAR(200) NOT NULL,
    condition_json CLOB NOT NULL,
    author VARCHAR(200) NOT NULL,
    note VARCHAR(2000) NOT NULL,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (segment_id, version)
);
