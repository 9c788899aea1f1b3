SET lock_timeout = '3s';
SET statement_timeout = '60s';

CREATE TABLE draft (
  chapter_id uuid NOT NULL,
  title text NOT NULL CHECK (char_length(title) <= 200),
  note_before text NOT NULL CHECK (char_length(note_before) <= 2000),
  note_after text NOT NULL CHECK (char_length(note_after) <= 2000),
  document jsonb NOT NULL CHECK (document ->> 'type' = 'doc'),
  doc_version int NOT NULL CHECK (doc_version > 0),
  version int NOT NULL CHECK (version >= 0),
  words int NOT NULL CHECK (words >= 0),
  updated_at timestamptz(3) NOT NULL,
  updated_by uuid,
  published_version int,
  CONSTRAINT draft_pkey PRIMARY KEY (chapter_id),
  CONSTRAINT draft_chapter_id_fkey FOREIGN KEY (chapter_id) REFERENCES chapter (id) ON DELETE CASCADE,
  CONSTRAINT draft_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES profile (id) ON DELETE SET NULL,
  CONSTRAINT draft_published_version CHECK (published_version <= version)
);
CREATE INDEX draft_updated_by_idx ON draft (updated_by);

-- What a browser sent, once each: a retry of a save finds its own row and changes nothing.
CREATE TABLE draft_change (
  journal_id uuid NOT NULL,
  seq int NOT NULL CHECK (seq >= 0),
  chapter_id uuid NOT NULL,
  base_version int NOT NULL CHECK (base_version >= 0),
  version int NOT NULL CHECK (version > base_version),
  words int NOT NULL CHECK (words >= 0),
  change jsonb NOT NULL CHECK (jsonb_typeof(change) = 'object'),
  saved_by uuid,
  at timestamptz(3) NOT NULL,
  CONSTRAINT draft_change_pkey PRIMARY KEY (journal_id, seq),
  CONSTRAINT draft_change_chapter_id_fkey FOREIGN KEY (chapter_id) REFERENCES chapter (id) ON DELETE CASCADE,
  CONSTRAINT draft_change_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES profile (id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX draft_change_chapter_id_version_key ON draft_change (chapter_id, version);
CREATE INDEX draft_change_saved_by_idx ON draft_change (saved_by);

CREATE TABLE edition (
  id uuid NOT NULL,
  story_id uuid NOT NULL,
  chapter_id uuid NOT NULL,
  seq int NOT NULL CHECK (seq > 0),
  number int NOT NULL CHECK (number > 0),
  is_minor boolean NOT NULL,
  words int NOT NULL CHECK (words >= 0),
  doc_version int NOT NULL CHECK (doc_version > 0),
  published_at timestamptz(3) NOT NULL,
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  prev_hash text CHECK (prev_hash ~ '^[0-9a-f]{64}$'),
  signature text NOT NULL,
  CONSTRAINT edition_pkey PRIMARY KEY (id),
  CONSTRAINT edition_story_id_fkey FOREIGN KEY (story_id) REFERENCES story (id) ON DELETE RESTRICT,
  CONSTRAINT edition_chapter_id_fkey FOREIGN KEY (chapter_id) REFERENCES chapter (id) ON DELETE RESTRICT,
  CONSTRAINT edition_first_has_no_prev CHECK ((seq = 1) = (prev_hash IS NULL))
);
CREATE UNIQUE INDEX edition_story_id_seq_key ON edition (story_id, seq);
CREATE UNIQUE INDEX edition_chapter_id_number_key ON edition (chapter_id, number);
CREATE UNIQUE INDEX edition_id_chapter_id_key ON edition (id, chapter_id);

CREATE TABLE edition_content (
  edition_id uuid NOT NULL,
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
  note_before text NOT NULL,
  note_after text NOT NULL,
  document jsonb NOT NULL,
  html text NOT NULL,
  text text NOT NULL,
  CONSTRAINT edition_content_pkey PRIMARY KEY (edition_id),
  CONSTRAINT edition_content_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES edition (id) ON DELETE RESTRICT
);

CREATE TABLE edition_erasure (
  edition_id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose ~ '^[a-z][a-z0-9_.:-]{2,99}$'),
  erased_at timestamptz(3) NOT NULL,
  CONSTRAINT edition_erasure_pkey PRIMARY KEY (edition_id),
  CONSTRAINT edition_erasure_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES edition (id) ON DELETE RESTRICT
);

-- A chapter shows one of its own editions. No release has written a chapter yet, so nobody waits for this.
-- squawk-ignore constraint-missing-not-valid, adding-foreign-key-constraint
ALTER TABLE chapter ADD CONSTRAINT chapter_current_edition_fkey FOREIGN KEY (current_edition_id, id)
  REFERENCES edition (id, chapter_id) ON DELETE RESTRICT;
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX chapter_current_edition_id_id_idx ON chapter (current_edition_id, id);

-- What was published stays as it was published.
REVOKE UPDATE, DELETE, TRUNCATE ON edition, edition_content, edition_erasure FROM muejam_app;
CREATE OR REPLACE FUNCTION refuse_edition_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE OR REPLACE TRIGGER edition_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON edition
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_edition_change();

-- The one way out: the words go, the hash stays, and the row that says so is written by the same act.
CREATE OR REPLACE FUNCTION erase_edition_content(which uuid, why text, at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.edition_erasure (edition_id, purpose, erased_at) VALUES (which, why, at) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN false; END IF;
  DELETE FROM public.edition_content WHERE edition_id = which;
  RETURN true;
END
$$;
REVOKE EXECUTE ON FUNCTION erase_edition_content(uuid, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_edition_content(uuid, text, timestamptz) TO muejam_app;
