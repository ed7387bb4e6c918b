-- SYNC-7 · A case that its incident does not resolve says why.
ALTER TABLE "cases" ADD COLUMN "do_not_resolve" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "do_not_resolve_reason" TEXT NOT NULL DEFAULT '',
  ADD CONSTRAINT "cases_mark_has_a_reason" CHECK ("do_not_resolve" = ("do_not_resolve_reason" ~ '\S'));
