-- One row per import. Only imports in state DONE are visible; all other rows below name the import they belong to.
CREATE TABLE import_run (
    id BIGINT PRIMARY KEY,
    state VARCHAR(10) NOT NULL,
    source_name VARCHAR(1000) NOT NULL,
    row_kind VARCHAR(10) NOT NULL,
    format_json VARCHAR NOT NULL,
    mapping_json VARCHAR NOT NULL,
    columns_json VARCHAR NOT NULL,
    report_json VARCHAR NOT NULL
);

-- The ledger: a chunk exists only if it has a row here, written in the same transaction as its columns.
CREATE TABLE chunk_ledger (
    import_id BIGINT NOT NULL,
    row_kind VARCHAR(10) NOT NULL,
    chunk_no INT NOT NULL,
    row_count INT NOT NULL,
    crc BIGINT NOT NULL,
    source_hash BIGINT NOT NULL,
    first_line BIGINT NOT NULL,
    last_line BIGINT NOT NULL,
    PRIMARY KEY (import_id, row_kind, chunk_no)
);

-- The columns of the chunks, each with the CRC-32C of its bytes; the ledger's crc is over names and crcs of them all.
CREATE TABLE chunk_column (
    import_id BIGINT NOT NULL,
    row_kind VARCHAR(10) NOT NULL,
    chunk_no INT NOT NULL,
    name VARCHAR(400) NOT NULL,
    crc BIGINT NOT NULL,
    content VARBINARY(1048576) NOT NULL,
    PRIMARY KEY (import_id, row_kind, chunk_no, name)
);

-- Texts of the dictionaries in order of position, in pieces.
CREATE TABLE dictionary_piece (
    import_id BIGINT NOT NULL,
    name VARCHAR(400) NOT NULL,
    first_idx INT NOT NULL,
    text_count INT NOT NULL,
    crc BIGINT NOT NULL,
    content VARBINARY(1048576) NOT NULL,
    PRIMARY KEY (name, first_idx)
);

-- Rows kept aside, in pieces in the order of the file.
CREATE TABLE rejection_piece (
    import_id BIGINT NOT NULL,
    piece_no INT NOT NULL,
    row_count INT NOT NULL,
    crc BIGINT NOT NULL,
    content VARBINARY(1048576) NOT NULL,
    PRIMARY KEY (import_id, piece_no)
);

-- How an import declared the columns it kept by name.
CREATE TABLE kept_column (
    import_id BIGINT NOT NULL,
    row_kind VARCHAR(10) NOT NULL,
    name VARCHAR(400) NOT NULL,
    field_type VARCHAR(10) NOT NULL,
    PRIMARY KEY (import_id, row_kind, name)
);

-- A saved mapping is its versions: a save, another name and a deletion each add one, and none is ever changed.
CREATE TABLE saved_mapping (
    id BIGINT NOT NULL,
    version INT NOT NULL,
    name VARCHAR(200) NOT NULL,
    deleted BOOLEAN NOT NULL,
    saved_at BIGINT NOT NULL,
    content_json VARCHAR NOT NULL,
    PRIMARY KEY (id, version)
);
