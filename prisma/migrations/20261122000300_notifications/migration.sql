SET lock_timeout = '3s';
SET statement_timeout = '60s';

-- The number of the last thing a profile was told: raised in the transaction that tells it, so that numbers become
-- visible in their order.
CREATE TABLE live_counter (
  profile_id uuid NOT NULL,
  seq bigint NOT NULL CHECK (seq > 0),
  CONSTRAINT live_counter_pkey PRIMARY KEY (profile_id),
  CONSTRAINT live_counter_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES profile (id) ON DELETE CASCADE
);

CREATE TABLE notification (
  id uuid NOT NULL,
  profile_id uuid NOT NULL,
  seq bigint NOT NULL,
  key text NOT NULL CHECK (char_length(key) BETWEEN 1 AND 200),
  kind text NOT NULL CHECK (kind IN ('chapter-published', 'new-follower')),
  story_id uuid,
  chapter_id uuid,
  actor_id uuid,
  at timestamptz(3) NOT NULL,
  read_at timestamptz(3),
  CONSTRAINT notification_pkey PRIMARY KEY (id),
  CONSTRAINT notification_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES profile (id) ON DELETE CASCADE,
  CONSTRAINT notification_story_id_fkey FOREIGN KEY (story_id) REFERENCES story (id) ON DELETE CASCADE,
  CONSTRAINT notification_chapter_id_fkey FOREIGN KEY (chapter_id) REFERENCES chapter (id) ON DELETE CASCADE,
  CONSTRAINT notification_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES profile (id) ON DELETE CASCADE,
  CONSTRAINT notification_subject CHECK (
    CASE kind WHEN 'chapter-published' THEN chapter_id IS NOT NULL AND story_id IS NOT NULL ELSE actor_id IS NOT NULL END
  )
);
CREATE UNIQUE INDEX notification_profile_id_key_key ON notification (profile_id, key);
CREATE UNIQUE INDEX notification_profile_id_seq_key ON notification (profile_id, seq DESC);
CREATE INDEX notification_unread_idx ON notification (profile_id) WHERE read_at IS NULL;
CREATE INDEX notification_story_id_idx ON notification (story_id);
CREATE INDEX notification_chapter_id_idx ON notification (chapter_id);
CREATE INDEX notification_actor_id_idx ON notification (actor_id);

-- What a person has said about a kind of telling; where there is no row, the product's default holds.
CREATE TABLE notification_choice (
  account_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('chapter-published')),
  is_mailed boolean NOT NULL,
  CONSTRAINT notification_choice_pkey PRIMARY KEY (account_id, kind),
  CONSTRAINT notification_choice_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);
