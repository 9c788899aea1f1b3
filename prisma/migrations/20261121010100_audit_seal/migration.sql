-- Entries are chained in the order of their transactions, once no transaction that could still add one before them runs.
SET lock_timeout = '3s';
SET statement_timeout = '60s';

ALTER TABLE audit_entry ADD COLUMN tx xid8 NOT NULL DEFAULT pg_current_xact_id();
-- No release has written an entry yet, so nobody waits for this index.
-- squawk-ignore require-concurrent-index-creation
CREATE INDEX audit_entry_tx_seq_idx ON audit_entry (tx, seq);

CREATE TABLE audit_seal (
  position bigint NOT NULL CHECK (position > 0),
  seq bigint NOT NULL,
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  sealed_at timestamptz(6) NOT NULL DEFAULT now(),
  CONSTRAINT audit_seal_pkey PRIMARY KEY (position),
  CONSTRAINT audit_seal_seq_fkey FOREIGN KEY (seq) REFERENCES audit_entry (seq) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX audit_seal_seq_key ON audit_seal (seq);

REVOKE UPDATE, DELETE, TRUNCATE ON audit_seal FROM muejam_app;
CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE OR REPLACE TRIGGER audit_seal_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
