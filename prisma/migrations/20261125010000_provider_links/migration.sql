SET lock_timeout = '3s';
SET statement_timeout = '60s';

-- Nobody has two links to one provider, nor two passwords. Nobody has many ways in, so nobody waits for this.
-- squawk-ignore require-concurrent-index-creation
CREATE UNIQUE INDEX account_user_id_provider_id_key ON auth.account (user_id, provider_id);
