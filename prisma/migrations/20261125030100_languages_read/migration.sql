SET lock_timeout = '3s';
SET statement_timeout = '60s';

ALTER TABLE account ADD COLUMN languages text[] NOT NULL DEFAULT '{}';
ALTER TABLE account ADD CONSTRAINT account_languages_check CHECK (cardinality(languages) <= 20) NOT VALID;
