-- What a segment is for; versions made before say nothing of it.
ALTER TABLE segment_version ADD COLUMN goal VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE segment_version ADD COLUMN figure VARCHAR DEFAULT 'NONE' NOT NULL;
ALTER TABLE segment_version ADD COLUMN target VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE segment_version ADD COLUMN owner VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE segment_version ADD COLUMN remark VARCHAR DEFAULT '' NOT NULL;
