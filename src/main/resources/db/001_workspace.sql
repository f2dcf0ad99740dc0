-- Settings of the workspace that belong to its content, such as the as-of date: one JSON value by name.
CREATE TABLE setting (
    name VARCHAR(200) PRIMARY KEY,
    value_json VARCHAR NOT NULL
);
