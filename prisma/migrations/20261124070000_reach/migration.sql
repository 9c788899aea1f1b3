SET lock_timeout = '3s';
SET statement_timeout = '60s';

-- Two faces come nearer to each other, or are cut, one after the other.
CREATE OR REPLACE FUNCTION pair_of(one uuid, other uuid) RETURNS bigint LANGUAGE sql IMMUTABLE
  RETURN hashtextextended(least(one, other)::text || greatest(one, other)::text, 7);

-- Private to an account. The face that did it is hidden from the face that was blocked; whatever else the two people
-- are stays as it was to the eye.
CREATE TABLE profile_block (
  account_id uuid NOT NULL,
  blocked_id uuid NOT NULL,
  blocker_id uuid NOT NULL,
  at timestamptz(3) NOT NULL,
  CONSTRAINT profile_block_pkey PRIMARY KEY (account_id, blocked_id),
  CONSTRAINT profile_block_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
  CONSTRAINT profile_block_blocked_id_fkey FOREIGN KEY (blocked_id) REFERENCES profile (id) ON DELETE CASCADE,
  CONSTRAINT profile_block_blocker_id_fkey FOREIGN KEY (blocker_id) REFERENCES profile (id) ON DELETE CASCADE,
  CONSTRAINT profile_block_not_oneself CHECK (blocked_id <> blocker_id)
);
CREATE INDEX profile_block_blocked_id_blocker_id_idx ON profile_block (blocked_id, blocker_id);
CREATE INDEX profile_block_blocker_id_idx ON profile_block (blocker_id);

CREATE TABLE profile_mute (
  account_id uuid NOT NULL,
  muted_id uuid NOT NULL,
  at timestamptz(3) NOT NULL,
  CONSTRAINT profile_mute_pkey PRIMARY KEY (account_id, muted_id),
  CONSTRAINT profile_mute_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
  CONSTRAINT profile_mute_muted_id_fkey FOREIGN KEY (muted_id) REFERENCES profile (id) ON DELETE CASCADE
);
CREATE INDEX profile_mute_muted_id_idx ON profile_mute (muted_id);

ALTER TABLE profile ADD COLUMN is_followers_only boolean NOT NULL DEFAULT false;
-- Few are, and each reader's are looked up with every page.
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX profile_followers_only_idx ON profile (id) WHERE is_followers_only;

-- `is_silent`: begun while the two people were cut. Whoever follows sees no difference; whoever is followed is not told.
ALTER TABLE profile_follow ADD COLUMN is_silent boolean NOT NULL DEFAULT false;

CREATE TABLE follow_request (
  follower_id uuid NOT NULL,
  followee_id uuid NOT NULL,
  at timestamptz(3) NOT NULL,
  is_silent boolean NOT NULL DEFAULT false,
  CONSTRAINT follow_request_pkey PRIMARY KEY (follower_id, followee_id),
  CONSTRAINT follow_request_follower_id_fkey FOREIGN KEY (follower_id) REFERENCES profile (id) ON DELETE CASCADE,
  CONSTRAINT follow_request_followee_id_fkey FOREIGN KEY (followee_id) REFERENCES profile (id) ON DELETE CASCADE,
  CONSTRAINT follow_request_not_oneself CHECK (follower_id <> followee_id)
);
CREATE INDEX follow_request_followee_id_at_follower_id_idx ON follow_request (followee_id, at DESC, follower_id DESC);

-- Whether either of the two people behind these faces has blocked a face of the other.
CREATE OR REPLACE FUNCTION is_cut(one uuid, other uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM profile AS here
    JOIN profile AS there ON there.id = other
    JOIN profile_block AS block ON block.account_id IN (here.account_id, there.account_id)
    JOIN profile AS blocked ON blocked.id = blocked_id
    WHERE here.id = one AND blocked.account_id IN (here.account_id, there.account_id))
$$;

-- A block waits for those who are about to follow, and whoever comes later meets it.
CREATE OR REPLACE FUNCTION close_pair() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(pair_of(NEW.blocker_id, NEW.blocked_id));
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER profile_block_closes_pair BEFORE INSERT ON profile_block FOR EACH ROW EXECUTE FUNCTION close_pair();

-- Between the two faces themselves nothing is written any more; between the people's others it is written in silence.
CREATE OR REPLACE FUNCTION guard_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(pair_of(NEW.follower_id, NEW.followee_id));
  IF EXISTS (SELECT FROM profile_block WHERE (blocker_id, blocked_id)
      IN ((NEW.follower_id, NEW.followee_id), (NEW.followee_id, NEW.follower_id))) THEN
    RETURN NULL;
  END IF;
  NEW.is_silent := NEW.is_silent OR is_cut(NEW.follower_id, NEW.followee_id);
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER profile_follow_is_guarded BEFORE INSERT ON profile_follow
  FOR EACH ROW EXECUTE FUNCTION guard_follow();
CREATE OR REPLACE TRIGGER follow_request_is_guarded BEFORE INSERT ON follow_request
  FOR EACH ROW EXECUTE FUNCTION guard_follow();

CREATE OR REPLACE FUNCTION guard_story_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  author uuid := (SELECT lead_id FROM story WHERE id = NEW.story_id);
BEGIN
  PERFORM pg_advisory_xact_lock_shared(pair_of(NEW.follower_id, author));
  IF EXISTS (SELECT FROM profile_block WHERE (blocker_id, blocked_id)
      IN ((NEW.follower_id, author), (author, NEW.follower_id))) THEN
    RETURN NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER story_follow_is_guarded BEFORE INSERT ON story_follow
  FOR EACH ROW EXECUTE FUNCTION guard_story_follow();

-- No release has told many yet: looking through them all is done at once.
-- squawk-ignore constraint-missing-not-valid
ALTER TABLE notification DROP CONSTRAINT notification_kind_check, ADD CONSTRAINT notification_kind_check
  CHECK (kind IN ('chapter-published', 'new-follower', 'follow-requested', 'follow-approved'));
