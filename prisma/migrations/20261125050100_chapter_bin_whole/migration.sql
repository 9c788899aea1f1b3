SET lock_timeout = '3s';
SET statement_timeout = '60s';

ALTER TABLE chapter VALIDATE CONSTRAINT chapter_binned_hidden;
