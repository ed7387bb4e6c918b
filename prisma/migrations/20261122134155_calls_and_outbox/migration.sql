-- CreateEnum
CREATE TYPE "mail_direction" AS ENUM ('in', 'out');

-- AlterTable
ALTER TABLE "mails" ADD COLUMN     "direction" "mail_direction" NOT NULL DEFAULT 'out',
ADD COLUMN     "last_error" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "message_id" TEXT,
ADD COLUMN     "next_try_at" TIMESTAMPTZ(3);

-- What waits already gets its id and its time.
UPDATE "mails" SET "message_id" = '<' || "id" || '@casebridge.local>',
  "next_try_at" = CASE WHEN "status" = 'queued' THEN "created_at" END;
ALTER TABLE "mails" ALTER COLUMN "message_id" SET NOT NULL;

-- CreateTable. Unlogged: a count costs no write-ahead log, and what a crash forgets is counted anew.
CREATE UNLOGGED TABLE "call_counts" (
    "person_id" UUID NOT NULL,
    "limit" TEXT NOT NULL,
    "minute" INTEGER NOT NULL,
    "calls" INTEGER NOT NULL,

    CONSTRAINT "call_counts_pkey" PRIMARY KEY ("person_id","limit")
) WITH (fillfactor = 50);

-- CreateIndex
CREATE UNIQUE INDEX "mails_message_id" ON "mails"("message_id");

-- CreateIndex
CREATE INDEX "mails_due" ON "mails"("next_try_at") WHERE (next_try_at IS NOT NULL);

-- What must never happen.

-- MAIL-12: our own mails are called after their row, whoever writes it, and keep that name however often they are tried.
ALTER TABLE "mails" ADD CONSTRAINT "mails_named_after_row"
  CHECK ("direction" = 'in' OR starts_with("message_id", '<' || "id"::text || '@'));
-- MAIL-2: a mail that waits to be sent has a time, and nothing else has.
ALTER TABLE "mails" ADD CONSTRAINT "mails_due_while_queued"
  CHECK (("next_try_at" IS NOT NULL) = ("direction" = 'out' AND "status" = 'queued'));
-- ADM-9: a mail that failed says why, and so does one that was not sent or changed nothing.
ALTER TABLE "mails" ADD CONSTRAINT "mails_failed_because" CHECK ("status" <> 'failed' OR "last_error" <> '');
ALTER TABLE "mails" ADD CONSTRAINT "mails_held_because" CHECK ("status" NOT IN ('suppressed', 'ignored') OR "reason" <> '');
ALTER TABLE "mails" ADD CONSTRAINT "mails_tries" CHECK ("tries" >= 0);
