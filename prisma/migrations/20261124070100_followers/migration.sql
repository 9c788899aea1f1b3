SET lock_timeout = '3s';
SET statement_timeout = '60s';

-- The newest followers of a face, for its owner.
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX profile_follow_followee_id_at_follower_id_idx ON profile_follow (followee_id, at DESC, follower_id DESC);
