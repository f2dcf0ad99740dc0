-- Every version of the ordered rules; a save adds the next one and none is ever changed.
CREATE TABLE rule_set (
    version INT PRIMARY KEY,
    rules CLOB NOT NULL,
    author VARCHAR(200) NOT NULL,
    note VARCHAR(2000) NOT NULL,
    saved_at BIGINT NOT NULL
);
