-- NOT-8 · A run that answers replies, case by case, is none that tells many the same; each case of a run knows its comment.
ALTER TABLE "notify_runs" ADD COLUMN "answers" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "notify_cases" ADD COLUMN "entry_id" UUID;
UPDATE "notify_cases" n SET "entry_id" = e."id"
  FROM "notify_runs" r, "journal_entries" e, "causes" k
  WHERE n."run_id" = r."id" AND n."state" = 'told' AND e."task_id" = n."case_id" AND e."type" = 'comment'
    AND e."author_id" = r."sender_id" AND k."id" = e."cause_id" AND k."command" = 'notify-customers'
    AND k."task_id" = r."source_id" AND e."created_at" >= r."created_at"
    AND e."created_at" <= coalesce(r."finished_at", now())
    AND NOT EXISTS (SELECT FROM "notify_cases" o JOIN "notify_runs" later ON later."id" = o."run_id"
      WHERE o."case_id" = n."case_id" AND later."source_id" = r."source_id" AND later."sender_id" = r."sender_id"
        AND later."created_at" > r."created_at" AND later."created_at" <= e."created_at");
CREATE INDEX "notify_cases_entry" ON "notify_cases"("entry_id");
ALTER TABLE "notify_cases" ADD CONSTRAINT "notify_cases_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "notify_cases" ADD CONSTRAINT "notify_cases_entry_when_told" CHECK ("entry_id" IS NULL OR "state" = 'told');

DROP TRIGGER "notify_runs_keep_their_words" ON "notify_runs";
CREATE TRIGGER "notify_runs_keep_their_words" BEFORE UPDATE ON "notify_runs" FOR EACH ROW
  WHEN ((OLD."source_id", OLD."text", OLD."sender_id", OLD."created_at", OLD."answers")
    IS DISTINCT FROM (NEW."source_id", NEW."text", NEW."sender_id", NEW."created_at", NEW."answers"))
  EXECUTE FUNCTION "refuse_rewriting"();

-- NOT-3 · The emails of a message that was stopped wait until it goes on: nobody takes them to send.
ALTER TABLE "mails" ADD COLUMN "held" BOOLEAN NOT NULL DEFAULT false;
DROP INDEX "mails_due";
CREATE INDEX "mails_due" ON "mails"("next_try_at") WHERE (next_try_at IS NOT NULL AND NOT held);

-- NOT-2 · The source's journal has counted the person.
ALTER TABLE "notify_people" ADD COLUMN "noted" BOOLEAN NOT NULL DEFAULT false;
UPDATE "notify_people" SET "noted" = true WHERE "state" = 'mailed';

-- ADM-9, MAIL-12 · What is tried anew goes to the address that its recipient has by now; what has left keeps the one that it had.
DROP TRIGGER "mails_keep_their_words" ON "mails";
CREATE TRIGGER "mails_keep_their_words" BEFORE UPDATE ON "mails" FOR EACH ROW
  WHEN ((OLD."id", OLD."message_id", OLD."cause_id", OLD."task_id", OLD."event", OLD."recipient_id",
     OLD."subject", OLD."body", OLD."facts", OLD."reply_token", OLD."created_at")
    IS DISTINCT FROM
    (NEW."id", NEW."message_id", NEW."cause_id", NEW."task_id", NEW."event", NEW."recipient_id",
     NEW."subject", NEW."body", NEW."facts", NEW."reply_token", NEW."created_at")
    OR (OLD."address" IS DISTINCT FROM NEW."address" AND OLD."status" NOT IN ('failed', 'suppressed')))
  EXECUTE FUNCTION "refuse_rewriting"();
