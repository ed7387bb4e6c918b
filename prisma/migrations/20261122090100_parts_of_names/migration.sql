-- Type-ahead and lists look for a part of a name: trigrams find it without reading the whole table.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION WHEN insufficient_privilege OR feature_not_supported OR undefined_file THEN
  RAISE EXCEPTION 'PostgreSQL''s own extension pg_trgm is needed, and this server does not let it be made (%). Its administrator can: create extension pg_trgm', SQLERRM;
END $$;

CREATE INDEX "users_words" ON "users" USING gin ("name" gin_trgm_ops, "email" gin_trgm_ops);
CREATE INDEX "accounts_words" ON "accounts" USING gin ("name" gin_trgm_ops, "number" gin_trgm_ops);
CREATE INDEX "configuration_items_words" ON "configuration_items" USING gin ("name" gin_trgm_ops, "class" gin_trgm_ops);
-- The records that a field names: others are found by their words.
CREATE INDEX "tasks_named_words" ON "tasks" USING gin ("number" gin_trgm_ops, "short_description" gin_trgm_ops)
  WHERE ("kind" IN ('problem', 'change'));
