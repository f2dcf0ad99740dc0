-- What is expected of the events, as JSON; versions are only ever added, the highest is in force.
CREATE TABLE expectation_set (
    version INT PRIMARY KEY,
    expectations VARCHAR NOT NULL,
    author VARCHAR(200) NOT NULL,
    note VARCHAR(1000) NOT NULL,
    saved_at BIGINT NOT NULL
);
