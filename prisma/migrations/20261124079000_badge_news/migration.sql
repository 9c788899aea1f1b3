SET lock_timeout = '3s';
SET statement_timeout = '30s';

ALTER TABLE notification ADD COLUMN badge text;
-- No release has told many yet: looking through them all is done at once.
-- squawk-ignore constraint-missing-not-valid
ALTER TABLE notification DROP CONSTRAINT notification_kind_check, ADD CONSTRAINT notification_kind_check
  CHECK (kind IN ('chapter-published', 'new-follower', 'follow-requested', 'follow-approved', 'badge-awarded'));
-- squawk-ignore constraint-missing-not-valid
ALTER TABLE notification ADD CONSTRAINT notification_badge CHECK ((kind = 'badge-awarded') = (badge IS NOT NULL));
