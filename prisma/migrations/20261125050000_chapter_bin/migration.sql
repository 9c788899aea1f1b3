SET lock_timeout = '3s';
SET statement_timeout = '60s';

-- Null outside the bin. What is in it is never what readers see.
ALTER TABLE chapter ADD COLUMN binned_at timestamptz(3);
ALTER TABLE chapter ADD CONSTRAINT chapter_binned_hidden CHECK (binned_at IS NULL OR state <> 'published') NOT VALID;
