SET lock_timeout = '3s';
SET statement_timeout = '60s';

-- Mail that still waits is found by how its key begins, when what it tells of is taken back. Few wait at any time.
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX mail_send_queued_key_idx ON mail_send (key text_pattern_ops) WHERE state = 'queued';
