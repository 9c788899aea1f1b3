SET lock_timeout = '3s';
SET statement_timeout = '60s';

-- Old changes lose their words, and then go. No release has more than some thousand, so nobody waits.
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX draft_change_at_idx ON draft_change (at);
