SET lock_timeout = '3s';
SET statement_timeout = '30s';

ALTER TABLE api_key VALIDATE CONSTRAINT api_key_replaced_after;
