SET lock_timeout = '3s';
SET statement_timeout = '30s';

CREATE TABLE media (
  id uuid NOT NULL,
  owner_id uuid NOT NULL,
  width integer NOT NULL CHECK (width BETWEEN 1 AND 1600),
  height integer NOT NULL CHECK (height BETWEEN 1 AND 16383),
  bytes integer NOT NULL CHECK (bytes > 0),
  made_at timestamptz(3) NOT NULL,
  kept_until timestamptz(3) NOT NULL,
  CONSTRAINT media_pkey PRIMARY KEY (id),
  CONSTRAINT media_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES profile (id) ON DELETE CASCADE,
  CONSTRAINT media_kept CHECK (kept_until > made_at)
);
CREATE INDEX media_owner_id_idx ON media (owner_id);
CREATE INDEX media_kept_until_idx ON media (kept_until);

-- The picture itself, as WebP: nothing else is ever kept or answered.
CREATE TABLE media_rendition (
  media_id uuid NOT NULL,
  width integer NOT NULL CHECK (width IN (480, 960, 1600)),
  bytes bytea NOT NULL CHECK (
    octet_length(bytes) <= 10485760
    AND substring(bytes FROM 1 FOR 4) = 'RIFF'::bytea AND substring(bytes FROM 9 FOR 4) = 'WEBP'::bytea
  ),
  CONSTRAINT media_rendition_pkey PRIMARY KEY (media_id, width),
  CONSTRAINT media_rendition_media_id_fkey FOREIGN KEY (media_id) REFERENCES media (id) ON DELETE CASCADE
);
-- It is compressed already.
ALTER TABLE media_rendition ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE media_placement (
  story_id uuid NOT NULL,
  media_id uuid NOT NULL,
  CONSTRAINT media_placement_pkey PRIMARY KEY (story_id, media_id),
  CONSTRAINT media_placement_story_id_fkey FOREIGN KEY (story_id) REFERENCES story (id) ON DELETE CASCADE,
  CONSTRAINT media_placement_media_id_fkey FOREIGN KEY (media_id) REFERENCES media (id) ON DELETE CASCADE
);
CREATE INDEX media_placement_media_id_idx ON media_placement (media_id);

-- Goes with the words of its edition and in no other way; until then the picture cannot be removed.
CREATE TABLE media_edition (
  edition_id uuid NOT NULL,
  media_id uuid NOT NULL,
  CONSTRAINT media_edition_pkey PRIMARY KEY (edition_id, media_id),
  CONSTRAINT media_edition_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES edition_content (edition_id) ON DELETE CASCADE,
  CONSTRAINT media_edition_media_id_fkey FOREIGN KEY (media_id) REFERENCES media (id) ON DELETE RESTRICT
);
CREATE INDEX media_edition_media_id_idx ON media_edition (media_id);
REVOKE UPDATE, DELETE, TRUNCATE ON media_edition FROM muejam_app;
REVOKE UPDATE ON media_rendition, media_placement FROM muejam_app;
