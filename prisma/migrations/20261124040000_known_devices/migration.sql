SET lock_timeout = '3s';
SET statement_timeout = '30s';

-- A browser that has signed in to an account before, by the stamp of a word in its cookie.
CREATE TABLE known_device (
  subject uuid NOT NULL,
  stamp text NOT NULL,
  seen_at timestamptz(3) NOT NULL,
  CONSTRAINT known_device_pkey PRIMARY KEY (subject, stamp)
);
CREATE INDEX known_device_seen_at_idx ON known_device (seen_at);

-- Wrong passwords, by the stamp of what was tried or of where from. Nobody can read here whose they are.
CREATE TABLE wrong_guess (
  stamp text NOT NULL,
  count integer NOT NULL,
  last_at timestamptz(3) NOT NULL,
  locked_until timestamptz(3),
  CONSTRAINT wrong_guess_pkey PRIMARY KEY (stamp)
);
CREATE INDEX wrong_guess_last_at_idx ON wrong_guess (last_at);
