-- Branches of the rules, tags and reviews of their versions, and tests of whole decisions. All versions made before
-- are on the main branch, each made from the one before it. A branch without a row of its own has the newest version
-- saved on it; main needs none.
ALTER TABLE rule_set ADD COLUMN branch VARCHAR(64) DEFAULT 'main' NOT NULL;
ALTER TABLE rule_set ADD COLUMN parent INT DEFAULT 0 NOT NULL;
ALTER TABLE rule_set ADD COLUMN merged INT DEFAULT 0 NOT NULL;
UPDATE rule_set SET parent = version - 1;
CREATE TABLE rule_branch (
    name VARCHAR(64) PRIMARY KEY,
    head INT NOT NULL,
    chosen BOOLEAN NOT NULL
);
CREATE TABLE rule_tag (
    name VARCHAR(64) PRIMARY KEY,
    version INT NOT NULL,
    author VARCHAR(200) NOT NULL,
    tagged_at BIGINT NOT NULL
);
CREATE TABLE rule_review (
    number INT PRIMARY KEY,
    version INT NOT NULL,
    word VARCHAR(20) NOT NULL,
    reviewer VARCHAR(200) NOT NULL,
    remark VARCHAR(2000) NOT NULL,
    said_at BIGINT NOT NULL
);
CREATE TABLE rule_test (
    place INT PRIMARY KEY,
    name VARCHAR(200) NOT NULL,
    test CLOB NOT NULL
);
