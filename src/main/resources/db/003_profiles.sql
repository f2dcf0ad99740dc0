-- Every version of the identity rules; a save adds the next one and none is ever changed.
CREATE TABLE identity_rules (
    version INT PRIMARY KEY,
    rules CLOB NOT NULL,
    author VARCHAR(200) NOT NULL,
    note VARCHAR(2000) NOT NULL,
    saved_at BIGINT NOT NULL
);

-- Every version of who may be personalised where the data says nothing of consent.
CREATE TABLE consent_declaration (
    version INT PRIMARY KEY,
    basis VARCHAR(20) NOT NULL,
    reason VARCHAR(2000) NOT NULL,
    author VARCHAR(200) NOT NULL,
    saved_at BIGINT NOT NULL
);
