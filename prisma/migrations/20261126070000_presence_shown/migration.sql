SET lock_timeout = '3s';
SET statement_timeout = '60s';

ALTER TABLE profile ADD COLUMN is_presence_shown boolean NOT NULL DEFAULT true;
