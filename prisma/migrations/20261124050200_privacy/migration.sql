SET lock_timeout = '3s';
SET statement_timeout = '30s';

-- Whether search engines may list a face and what it writes.
ALTER TABLE profile ADD COLUMN is_findable boolean NOT NULL DEFAULT true;

-- Without a row, places are kept.
CREATE TABLE reading_choice (
  account_id uuid NOT NULL,
  keeps_history boolean NOT NULL,
  CONSTRAINT reading_choice_pkey PRIMARY KEY (account_id),
  CONSTRAINT reading_choice_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);
