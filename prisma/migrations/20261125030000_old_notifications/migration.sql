SET lock_timeout = '3s';
SET statement_timeout = '60s';

-- What was read long ago goes, and what nobody reads later. No release has more than some thousand, so nobody waits.
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX notification_read_at_at_idx ON notification (read_at, at);
