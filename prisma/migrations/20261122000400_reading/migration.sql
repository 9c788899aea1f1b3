SET lock_timeout = '3s';
SET statement_timeout = '60s';

-- Where a person is in a story: `current` to go on from, `furthest` for what they have read.
CREATE TABLE reading_position (
  account_id uuid NOT NULL,
  story_id uuid NOT NULL,
  chapter_id uuid NOT NULL,
  edition int NOT NULL CHECK (edition > 0),
  block text NOT NULL CHECK (block ~ '^[0-9A-Za-z_-]{1,40}$'),
  char_offset int NOT NULL CHECK (char_offset >= 0),
  quote text NOT NULL CHECK (char_length(quote) <= 200),
  prefix text NOT NULL CHECK (char_length(prefix) <= 64),
  suffix text NOT NULL CHECK (char_length(suffix) <= 64),
  per_mille int NOT NULL CHECK (per_mille BETWEEN 0 AND 1000),
  device text NOT NULL CHECK (char_length(device) <= 60),
  at timestamptz(3) NOT NULL,
  furthest_chapter_id uuid NOT NULL,
  furthest_per_mille int NOT NULL CHECK (furthest_per_mille BETWEEN 0 AND 1000),
  CONSTRAINT reading_position_pkey PRIMARY KEY (account_id, story_id),
  CONSTRAINT reading_position_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
  CONSTRAINT reading_position_story_id_fkey FOREIGN KEY (story_id) REFERENCES story (id) ON DELETE CASCADE,
  CONSTRAINT reading_position_chapter_id_fkey FOREIGN KEY (chapter_id) REFERENCES chapter (id) ON DELETE CASCADE,
  CONSTRAINT reading_position_furthest_chapter_id_fkey FOREIGN KEY (furthest_chapter_id) REFERENCES chapter (id) ON DELETE CASCADE
);
CREATE INDEX reading_position_account_id_at_story_id_idx ON reading_position (account_id, at DESC, story_id DESC);
CREATE INDEX reading_position_story_id_idx ON reading_position (story_id);
CREATE INDEX reading_position_chapter_id_idx ON reading_position (chapter_id);
CREATE INDEX reading_position_furthest_chapter_id_idx ON reading_position (furthest_chapter_id);
