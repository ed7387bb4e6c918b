ALTER TABLE "sessions" ADD COLUMN "user_agent" TEXT NOT NULL DEFAULT '', ADD COLUMN "source" TEXT NOT NULL DEFAULT '';
-- ACC-12: a browser may call itself anything, at any length.
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_short_names" CHECK (length("user_agent") <= 300 AND length("source") <= 100);
