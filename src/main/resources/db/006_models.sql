-- Trained models: what is known of each, and the scores per test user that comparisons need. Tables lie in files.
CREATE TABLE model (
    kind VARCHAR(40) NOT NULL,
    number INT NOT NULL,
    card CLOB NOT NULL,
    popularity_ndcg BLOB NOT NULL,
    model_ndcg BLOB NOT NULL,
    saved_order BIGINT NOT NULL,
    deleted_at BIGINT,
    PRIMARY KEY (kind, number)
);
