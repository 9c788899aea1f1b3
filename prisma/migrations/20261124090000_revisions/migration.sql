SET lock_timeout = '3s';
SET statement_timeout = '60s';

-- A block of a chapter's own level as it was in some save point: the same words are kept once.
CREATE TABLE block (
  chapter_id uuid NOT NULL,
  hash text NOT NULL CHECK (hash ~ '^[A-Za-z0-9_-]{22}$'),
  content jsonb NOT NULL,
  CONSTRAINT block_pkey PRIMARY KEY (chapter_id, hash),
  CONSTRAINT block_chapter_id_fkey FOREIGN KEY (chapter_id) REFERENCES chapter (id) ON DELETE CASCADE
);

-- A save point: what a draft was at one of its versions. `at` is when those words were last saved.
CREATE TABLE revision (
  id uuid NOT NULL,
  chapter_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 0),
  cause text NOT NULL CHECK (cause IN ('pause', 'device', 'kept', 'published', 'replaced', 'restored')),
  name text CHECK (char_length(name) BETWEEN 1 AND 100),
  edition_number integer CHECK (edition_number > 0),
  title text NOT NULL,
  note_before text NOT NULL,
  note_after text NOT NULL,
  words integer NOT NULL CHECK (words >= 0),
  doc_version integer NOT NULL CHECK (doc_version > 0),
  blocks text[] NOT NULL,
  saved_by uuid,
  at timestamptz(3) NOT NULL,
  CONSTRAINT revision_pkey PRIMARY KEY (id),
  CONSTRAINT revision_chapter_id_fkey FOREIGN KEY (chapter_id) REFERENCES chapter (id) ON DELETE CASCADE,
  CONSTRAINT revision_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES profile (id) ON DELETE SET NULL,
  CONSTRAINT revision_edition CHECK ((cause = 'published') = (edition_number IS NOT NULL))
);
CREATE UNIQUE INDEX revision_chapter_id_version_key ON revision (chapter_id, version);
CREATE INDEX revision_chapter_id_at_id_idx ON revision (chapter_id, at DESC, id DESC);
CREATE INDEX revision_saved_by_idx ON revision (saved_by);
