-- Mails that come in have a table of their own: `mails` is what the product sends.
DROP TRIGGER "mails_keep_their_words" ON "mails";
ALTER TABLE "mails" DROP CONSTRAINT "mails_named_after_row", DROP CONSTRAINT "mails_due_while_queued",
  DROP CONSTRAINT "mails_failed_because", DROP CONSTRAINT "mails_held_because";
ALTER TABLE "mails" DROP COLUMN "direction";
DROP TYPE "mail_direction";
ALTER TYPE "mail_status" RENAME TO "mail_status_before";
CREATE TYPE "mail_status" AS ENUM ('queued', 'sent', 'failed', 'suppressed');
ALTER TABLE "mails" ALTER COLUMN "status" TYPE "mail_status" USING "status"::text::"mail_status";
DROP TYPE "mail_status_before";

ALTER TABLE "mails" ADD COLUMN "reply_token" TEXT,
  ADD COLUMN "facts" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "sent_at" TIMESTAMPTZ(3);

-- What waits already can be answered.
UPDATE "mails" SET "reply_token" = replace(gen_random_uuid()::text, '-', '')
  WHERE "status" = 'queued' AND "recipient_id" IS NOT NULL
    AND EXISTS (SELECT FROM "tasks" t WHERE t."id" = "mails"."task_id" AND t."kind" = 'case');
UPDATE "mails" SET "sent_at" = "created_at" WHERE "status" = 'sent';

-- MAIL-2: whoever has the token answers about this case as this recipient, and no two mails have the same.
CREATE UNIQUE INDEX "mails_reply_token" ON "mails"("reply_token");
ALTER TABLE "mails" ADD CONSTRAINT "mails_reply_token_is_long" CHECK ("reply_token" ~ '^[0-9a-f]{32}$');
ALTER TABLE "mails" ADD CONSTRAINT "mails_answered_by_recipient" CHECK ("reply_token" IS NULL OR "recipient_id" IS NOT NULL);
-- MAIL-12: our own mails are called after their row, whoever writes it, and keep that name however often they are tried.
ALTER TABLE "mails" ADD CONSTRAINT "mails_named_after_row" CHECK (starts_with("message_id", '<' || "id"::text || '@'));
-- MAIL-2: a mail that waits to be sent has a time, and nothing else has.
ALTER TABLE "mails" ADD CONSTRAINT "mails_due_while_queued" CHECK (("next_try_at" IS NOT NULL) = ("status" = 'queued'));
-- MAIL-2: what has left says when; a mail that came back failed after it had.
ALTER TABLE "mails" ADD CONSTRAINT "mails_sent_at" CHECK ("sent_at" IS NULL OR "status" IN ('sent', 'failed'));
-- ADM-9: a mail that failed says why, and so does one that was not sent.
ALTER TABLE "mails" ADD CONSTRAINT "mails_failed_because" CHECK ("status" <> 'failed' OR "last_error" <> '');
ALTER TABLE "mails" ADD CONSTRAINT "mails_held_because" CHECK ("status" <> 'suppressed' OR "reason" <> '');

-- MAIL-2, MAIL-12: what a mail said, to whom, and how it is answered is not rewritten; how far its delivery is changes. One
-- that had no address gets the one that its recipient has by now.
CREATE TRIGGER "mails_keep_their_words" BEFORE UPDATE ON "mails" FOR EACH ROW
  WHEN ((OLD."id", OLD."message_id", OLD."cause_id", OLD."task_id", OLD."event", OLD."recipient_id",
     OLD."subject", OLD."body", OLD."facts", OLD."reply_token", OLD."created_at")
    IS DISTINCT FROM
    (NEW."id", NEW."message_id", NEW."cause_id", NEW."task_id", NEW."event", NEW."recipient_id",
     NEW."subject", NEW."body", NEW."facts", NEW."reply_token", NEW."created_at")
    OR (OLD."address" <> '' AND OLD."address" IS DISTINCT FROM NEW."address"))
  EXECUTE FUNCTION "refuse_rewriting"();

-- MAIL-10: every person has the language of one of the sets of templates.
UPDATE "users" SET "language" = 'en' WHERE "language" NOT IN ('en', 'ko');
ALTER TABLE "users" ADD CONSTRAINT "users_language" CHECK ("language" IN ('en', 'ko'));

-- MAIL-6: an address to which nothing can be delivered, since when and why. Another address has not been tried yet.
ALTER TABLE "users" ADD COLUMN "unreachable_since" TIMESTAMPTZ(3), ADD COLUMN "unreachable_reason" TEXT NOT NULL DEFAULT '';
ALTER TABLE "users" ADD CONSTRAINT "users_unreachable_because" CHECK (("unreachable_since" IS NULL) = ("unreachable_reason" = ''));
ALTER TABLE "users" ADD CONSTRAINT "users_unreachable_address" CHECK ("unreachable_since" IS NULL OR "email" IS NOT NULL);
CREATE FUNCTION "forget_unreachable_address"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."unreachable_since" := NULL;
  NEW."unreachable_reason" := '';
  RETURN NEW;
END $$;
CREATE TRIGGER "users_other_address" BEFORE UPDATE ON "users" FOR EACH ROW
  WHEN (OLD."email" IS DISTINCT FROM NEW."email") EXECUTE FUNCTION "forget_unreachable_address"();

-- CreateEnum
CREATE TYPE "incoming_source" AS ENUM ('smtp', 'imap', 'mailbox');
CREATE TYPE "incoming_outcome" AS ENUM ('received', 'filed', 'opened_case', 'waits_for_review', 'held_back', 'ignored', 'discarded');
CREATE TYPE "sender_verdict" AS ENUM ('none', 'pass', 'fail');

-- CreateTable
CREATE TABLE "incoming_mails" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "message_id" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "source" "incoming_source" NOT NULL,
    "raw" BYTEA NOT NULL,
    "from_address" TEXT NOT NULL DEFAULT '',
    "from_name" TEXT NOT NULL DEFAULT '',
    "to_addresses" TEXT[] NOT NULL DEFAULT '{}',
    "subject" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL DEFAULT '',
    "sender_id" UUID,
    "verdict" "sender_verdict" NOT NULL DEFAULT 'none',
    "authentication" TEXT NOT NULL DEFAULT '',
    "outcome" "incoming_outcome" NOT NULL DEFAULT 'received',
    "reason" TEXT NOT NULL DEFAULT '',
    "task_id" UUID,
    "answers_id" UUID,
    "entry_id" UUID,
    "reviewed_by_id" UUID,
    "reviewed_at" TIMESTAMPTZ(3),

    CONSTRAINT "incoming_mails_pkey" PRIMARY KEY ("id")
);

-- CreateIndex. MAIL-7: the same mail is taken in once.
CREATE UNIQUE INDEX "incoming_mails_message_id" ON "incoming_mails"("message_id");
CREATE UNIQUE INDEX "incoming_mails_entry" ON "incoming_mails"("entry_id");
CREATE INDEX "incoming_mails_received" ON "incoming_mails"("received_at" DESC, "id" DESC);
CREATE INDEX "incoming_mails_timeline" ON "incoming_mails"("task_id", "received_at" DESC);
CREATE INDEX "incoming_mails_sender" ON "incoming_mails"("from_address", "received_at" DESC);
CREATE INDEX "incoming_mails_answers" ON "incoming_mails"("answers_id");
CREATE INDEX "incoming_mails_outcome" ON "incoming_mails"("outcome", "received_at");

-- AddForeignKey
ALTER TABLE "incoming_mails" ADD CONSTRAINT "incoming_mails_sender_id_fkey" FOREIGN KEY ("sender_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "incoming_mails" ADD CONSTRAINT "incoming_mails_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "incoming_mails" ADD CONSTRAINT "incoming_mails_answers_id_fkey" FOREIGN KEY ("answers_id") REFERENCES "mails"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "incoming_mails" ADD CONSTRAINT "incoming_mails_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "incoming_mails" ADD CONSTRAINT "incoming_mails_reviewed_by_id_fkey" FOREIGN KEY ("reviewed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must never happen.

-- MAIL-3, MAIL-5: what was filed, or opened a case, names the record.
ALTER TABLE "incoming_mails" ADD CONSTRAINT "incoming_mails_filed_somewhere"
  CHECK ("outcome" NOT IN ('filed', 'opened_case') OR "task_id" IS NOT NULL);
-- MAIL-3: what wrote nothing wrote into no journal, and ADM-9: it says why it did not.
ALTER TABLE "incoming_mails" ADD CONSTRAINT "incoming_mails_changed_nothing"
  CHECK ("entry_id" IS NULL OR "outcome" IN ('filed', 'opened_case'));
ALTER TABLE "incoming_mails" ADD CONSTRAINT "incoming_mails_because"
  CHECK ("outcome" IN ('received', 'filed', 'opened_case') OR "reason" <> '');
ALTER TABLE "incoming_mails" ADD CONSTRAINT "incoming_mails_reviewed"
  CHECK (("reviewed_by_id" IS NULL) = ("reviewed_at" IS NULL));
-- Only a person discards.
ALTER TABLE "incoming_mails" ADD CONSTRAINT "incoming_mails_discarded_by"
  CHECK ("outcome" <> 'discarded' OR "reviewed_by_id" IS NOT NULL);
-- MAIL-4, MAIL-8: the mail itself, and what was known of its sender, stay as they came.
CREATE TRIGGER "incoming_mails_keep_their_words" BEFORE UPDATE ON "incoming_mails" FOR EACH ROW
  WHEN ((OLD."id", OLD."message_id", OLD."received_at", OLD."source", OLD."raw")
    IS DISTINCT FROM (NEW."id", NEW."message_id", NEW."received_at", NEW."source", NEW."raw"))
  EXECUTE FUNCTION "refuse_rewriting"();
-- Once it has been decided what a mail was by its own headers, these are as they are.
CREATE TRIGGER "incoming_mails_keep_their_sender" BEFORE UPDATE ON "incoming_mails" FOR EACH ROW
  WHEN (OLD."outcome" <> 'received' AND
    (OLD."from_address", OLD."from_name", OLD."to_addresses", OLD."subject", OLD."verdict", OLD."authentication")
    IS DISTINCT FROM
    (NEW."from_address", NEW."from_name", NEW."to_addresses", NEW."subject", NEW."verdict", NEW."authentication"))
  EXECUTE FUNCTION "refuse_rewriting"();
-- What was written into a journal on account of a mail does not come undone.
CREATE TRIGGER "incoming_mails_filed_once" BEFORE UPDATE ON "incoming_mails" FOR EACH ROW
  WHEN (OLD."outcome" IN ('filed', 'opened_case') AND
    (OLD."outcome", OLD."task_id", OLD."entry_id") IS DISTINCT FROM (NEW."outcome", NEW."task_id", NEW."entry_id"))
  EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "incoming_mails_stay" BEFORE DELETE ON "incoming_mails"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "incoming_mails_not_emptied" BEFORE TRUNCATE ON "incoming_mails"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
