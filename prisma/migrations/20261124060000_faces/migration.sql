SET lock_timeout = '3s';
SET statement_timeout = '60s';

-- What a face shows of itself. Links are only ever shown together, never looked for.
ALTER TABLE profile
  ADD COLUMN accent text NOT NULL DEFAULT 'duck-egg'
    CONSTRAINT profile_accent CHECK (accent IN ('duck-egg', 'quince', 'greengage', 'sloe', 'rosehip')),
  ADD COLUMN links jsonb NOT NULL DEFAULT '[]'
    CONSTRAINT profile_links CHECK (jsonb_typeof(links) = 'array' AND jsonb_array_length(links) <= 5);

-- Its owner may not want a handle that they left to lead to them.
ALTER TABLE former_handle ADD COLUMN is_redirected boolean NOT NULL DEFAULT true;

-- Handles that no eye tells apart count as one. No release has more than some hundred profiles, so nobody waits.
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX profile_handle_likeness_idx ON profile (translate(lower(handle::text), '01i', 'oll'));
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX former_handle_likeness_idx ON former_handle (translate(lower(handle::text), '01i', 'oll'));

-- The stories that a face puts first on its page: three, and only such as it has a part in.
CREATE TABLE story_pin (
  profile_id uuid NOT NULL,
  story_id uuid NOT NULL,
  position smallint NOT NULL CHECK (position BETWEEN 1 AND 3),
  CONSTRAINT story_pin_pkey PRIMARY KEY (profile_id, position),
  CONSTRAINT story_pin_story_id_profile_id_fkey FOREIGN KEY (story_id, profile_id)
    REFERENCES collaborator (story_id, profile_id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX story_pin_story_id_profile_id_key ON story_pin (story_id, profile_id);
