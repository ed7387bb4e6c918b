-- NOT-3: a message that cannot be carried on lets others go first, is tried again later and stops at last, with the reason.
ALTER TABLE "notify_runs" ADD COLUMN "tries" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "next_try_at" TIMESTAMPTZ(3),
  ADD COLUMN "problem" TEXT NOT NULL DEFAULT '';

ALTER TABLE "notify_runs" ADD CONSTRAINT "notify_runs_tried" CHECK ("tries" >= 0 AND ("tries" = 0) = ("problem" = ''));
