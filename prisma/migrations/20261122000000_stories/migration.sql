SET lock_timeout = '3s';
SET statement_timeout = '60s';

-- What a profile shows of itself, and what is counted of it in the transaction that changes it.
ALTER TABLE profile
  ADD COLUMN bio text NOT NULL DEFAULT '' CONSTRAINT profile_bio_length CHECK (char_length(bio) <= 500),
  ADD COLUMN follower_count int NOT NULL DEFAULT 0 CONSTRAINT profile_follower_count CHECK (follower_count >= 0),
  ADD COLUMN story_count int NOT NULL DEFAULT 0 CONSTRAINT profile_story_count CHECK (story_count >= 0),
  ADD COLUMN word_count int NOT NULL DEFAULT 0 CONSTRAINT profile_word_count CHECK (word_count >= 0);

-- The day of birth is sealed: it decides what a person may read, and is nobody's to see.
ALTER TABLE account
  ADD COLUMN birth_sealed text,
  ADD COLUMN onboarded_at timestamptz(3),
  ADD COLUMN shows_mature boolean NOT NULL DEFAULT false;

CREATE TABLE tag (
  id uuid NOT NULL,
  slug text NOT NULL CHECK (char_length(slug) BETWEEN 1 AND 60 AND slug = lower(slug)),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
  kind text NOT NULL CHECK (kind IN ('genre', 'free')),
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT tag_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX tag_slug_key ON tag (slug);
INSERT INTO tag (id, slug, name, kind, created_at)
SELECT gen_random_uuid(), slug, upper(left(slug, 1)) || substr(replace(slug, '-', ' '), 2), 'genre', now()
FROM unnest(ARRAY['adventure', 'fantasy', 'historical', 'horror', 'humour', 'literary', 'mystery', 'poetry', 'romance',
  'science-fiction', 'slice-of-life', 'thriller']) AS slug
ON CONFLICT (slug) DO NOTHING;

CREATE TABLE account_interest (
  account_id uuid NOT NULL,
  genre text NOT NULL CHECK (genre ~ '^[a-z-]{3,40}$'),
  CONSTRAINT account_interest_pkey PRIMARY KEY (account_id, genre),
  CONSTRAINT account_interest_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);

CREATE TABLE story (
  id uuid NOT NULL,
  ref text NOT NULL CHECK (ref ~ '^[0-9a-hjkmnp-tv-z]{10}$'),
  lead_id uuid NOT NULL,
  title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
  tagline text NOT NULL CHECK (char_length(tagline) <= 160),
  blurb text NOT NULL CHECK (char_length(blurb) <= 2000),
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  rating text NOT NULL CHECK (rating IN ('everyone', 'teen', 'mature')),
  status text NOT NULL CHECK (status IN ('drafting', 'ongoing', 'hiatus', 'completed', 'stubbed')),
  licence text NOT NULL CHECK (char_length(licence) <= 500),
  is_ai_reserved boolean NOT NULL,
  whispers_from text NOT NULL CHECK (whispers_from IN ('everyone', 'followers', 'nobody')),
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  first_published_at timestamptz(3),
  last_published_at timestamptz(3),
  -- Published chapters and their words; both change in the transaction that publishes or takes back.
  chapter_count int NOT NULL DEFAULT 0 CHECK (chapter_count >= 0),
  word_count int NOT NULL DEFAULT 0 CHECK (word_count >= 0),
  applause_count int NOT NULL DEFAULT 0 CHECK (applause_count >= 0),
  follower_count int NOT NULL DEFAULT 0 CHECK (follower_count >= 0),
  CONSTRAINT story_pkey PRIMARY KEY (id),
  CONSTRAINT story_published_at_whole CHECK (
    (first_published_at IS NULL) = (last_published_at IS NULL)
    AND (chapter_count = 0 OR first_published_at IS NOT NULL)
    AND last_published_at >= first_published_at
  )
);
CREATE UNIQUE INDEX story_ref_key ON story (ref);
CREATE INDEX story_lead_id_last_published_at_id_idx ON story (lead_id, last_published_at DESC, id DESC);
CREATE INDEX story_latest_idx ON story (last_published_at DESC, id DESC) WHERE chapter_count > 0;
CREATE INDEX story_new_idx ON story (first_published_at DESC, id DESC) WHERE chapter_count > 0;
CREATE INDEX story_completed_idx ON story (last_published_at DESC, id DESC)
  WHERE chapter_count > 0 AND status = 'completed';

CREATE TABLE collaborator (
  story_id uuid NOT NULL,
  profile_id uuid NOT NULL,
  rights text[] NOT NULL CHECK (rights <@ ARRAY['read', 'edit', 'publish', 'reply', 'moderate', 'figures', 'lead']),
  joined_at timestamptz(3) NOT NULL,
  CONSTRAINT collaborator_pkey PRIMARY KEY (story_id, profile_id),
  CONSTRAINT collaborator_story_id_fkey FOREIGN KEY (story_id) REFERENCES story (id) ON DELETE CASCADE,
  CONSTRAINT collaborator_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES profile (id) ON DELETE RESTRICT
);
CREATE INDEX collaborator_profile_id_idx ON collaborator (profile_id);
CREATE UNIQUE INDEX collaborator_one_lead_key ON collaborator (story_id) WHERE 'lead' = ANY (rights);
-- Whoever leads a story is one of its collaborators; the story is written first, hence the delay.
-- Both tables are new and empty.
-- squawk-ignore constraint-missing-not-valid, adding-foreign-key-constraint
ALTER TABLE story ADD CONSTRAINT story_lead_fkey FOREIGN KEY (id, lead_id)
  REFERENCES collaborator (story_id, profile_id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX story_id_lead_id_idx ON story (id, lead_id);

CREATE TABLE story_tag (
  story_id uuid NOT NULL,
  tag_id uuid NOT NULL,
  position smallint NOT NULL CHECK (position BETWEEN 0 AND 31),
  CONSTRAINT story_tag_pkey PRIMARY KEY (story_id, tag_id),
  CONSTRAINT story_tag_story_id_fkey FOREIGN KEY (story_id) REFERENCES story (id) ON DELETE CASCADE,
  CONSTRAINT story_tag_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES tag (id) ON DELETE RESTRICT
);
CREATE INDEX story_tag_tag_id_story_id_idx ON story_tag (tag_id, story_id);

CREATE TABLE story_notice (
  story_id uuid NOT NULL,
  notice text NOT NULL CHECK (notice IN ('violence', 'death', 'abuse', 'self-harm', 'sexual-content', 'strong-language',
    'drugs', 'distress')),
  CONSTRAINT story_notice_pkey PRIMARY KEY (story_id, notice),
  CONSTRAINT story_notice_story_id_fkey FOREIGN KEY (story_id) REFERENCES story (id) ON DELETE CASCADE
);

CREATE TABLE chapter (
  id uuid NOT NULL,
  story_id uuid NOT NULL,
  position text COLLATE "C" NOT NULL CHECK (position ~ '^[0-9A-Za-z]{1,200}$'),
  number int CHECK (number > 0),
  state text NOT NULL CHECK (state IN ('draft', 'published', 'unpublished')),
  current_edition_id uuid,
  published_at timestamptz(3),
  applause_count int NOT NULL DEFAULT 0 CHECK (applause_count >= 0),
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT chapter_pkey PRIMARY KEY (id),
  CONSTRAINT chapter_story_id_fkey FOREIGN KEY (story_id) REFERENCES story (id) ON DELETE CASCADE,
  CONSTRAINT chapter_state_whole CHECK (
    (state = 'published') = (current_edition_id IS NOT NULL)
    AND (state = 'draft') = (number IS NULL)
    AND (state = 'draft') = (published_at IS NULL)
  )
);
CREATE UNIQUE INDEX chapter_story_id_position_key ON chapter (story_id, position);
-- Its number is given when it first appears and stays, so that an address never leads to another chapter.
CREATE UNIQUE INDEX chapter_story_id_number_key ON chapter (story_id, number);
