SET lock_timeout = '3s';
SET statement_timeout = '60s';

-- What stood there before two versions were put together.
-- squawk-ignore constraint-missing-not-valid
ALTER TABLE revision DROP CONSTRAINT revision_cause_check, ADD CONSTRAINT revision_cause_check
  CHECK (cause IN ('pause', 'device', 'merge', 'kept', 'published', 'replaced', 'restored'));
