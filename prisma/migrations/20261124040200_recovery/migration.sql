SET lock_timeout = '3s';
SET statement_timeout = '30s';

-- Staff were asked to take away what keeps somebody out of their own account. It happens at `due_at`, unless it is stopped.
CREATE TABLE recovery (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  subject uuid NOT NULL,
  asked_at timestamptz(3) NOT NULL,
  due_at timestamptz(3) NOT NULL,
  stopped_at timestamptz(3),
  done_at timestamptz(3),
  CONSTRAINT recovery_pkey PRIMARY KEY (id),
  CONSTRAINT recovery_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
  CONSTRAINT recovery_two_days CHECK (due_at >= asked_at + interval '2 days'),
  CONSTRAINT recovery_ends_once CHECK (stopped_at IS NULL OR done_at IS NULL)
);
CREATE INDEX recovery_account_id_idx ON recovery (account_id);
CREATE INDEX recovery_due_at_idx ON recovery (due_at);
CREATE UNIQUE INDEX recovery_one_at_a_time ON recovery (subject) WHERE stopped_at IS NULL AND done_at IS NULL;
