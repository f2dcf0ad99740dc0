-- The saved model that is in use for a purpose, at most one each; all others are its challengers.
CREATE TABLE model_champion (
    purpose VARCHAR(60) PRIMARY KEY,
    kind VARCHAR(40) NOT NULL,
    number INT NOT NULL,
    since BIGINT NOT NULL
);
