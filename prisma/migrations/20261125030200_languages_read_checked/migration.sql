SET lock_timeout = '3s';
SET statement_timeout = '60s';

ALTER TABLE account VALIDATE CONSTRAINT account_languages_check;
