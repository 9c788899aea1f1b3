SET lock_timeout = '3s';
SET statement_timeout = '30s';

-- The last day on which somebody was here in person, and since when a page remembers its author.
-- The day is read once, for all rows that are there.
-- squawk-ignore adding-field-with-default
ALTER TABLE account ADD COLUMN seen_on date NOT NULL DEFAULT CURRENT_DATE;
ALTER TABLE profile ADD COLUMN memorial_at timestamptz(3);

-- What shall become of a face whose owner stays away, by their own word. `heir_id` is the face that said yes.
CREATE TABLE heir (
  profile_id uuid NOT NULL,
  wish text NOT NULL CHECK (wish IN ('hand-over', 'memorial', 'close')),
  after_months smallint NOT NULL CHECK (after_months IN (6, 12, 24)),
  to_sealed text,
  state text CHECK (state IN ('asked', 'accepted', 'declined')),
  heir_id uuid,
  named_at timestamptz(3) NOT NULL,
  -- How often the owner was written to since they were last here, and when last.
  warnings smallint NOT NULL DEFAULT 0 CHECK (warnings BETWEEN 0 AND 3),
  warned_at timestamptz(3),
  -- Since when the heir may take over.
  due_at timestamptz(3),
  done_at timestamptz(3),
  CONSTRAINT heir_pkey PRIMARY KEY (profile_id),
  CONSTRAINT heir_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES profile (id) ON DELETE CASCADE,
  CONSTRAINT heir_heir_id_fkey FOREIGN KEY (heir_id) REFERENCES profile (id) ON DELETE SET NULL,
  CONSTRAINT heir_named CHECK ((wish = 'hand-over') = (state IS NOT NULL AND to_sealed IS NOT NULL)),
  CONSTRAINT heir_not_oneself CHECK (heir_id <> profile_id),
  CONSTRAINT heir_warned CHECK ((warnings = 0) = (warned_at IS NULL))
);
CREATE INDEX heir_heir_id_idx ON heir (heir_id);
