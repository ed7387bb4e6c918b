-- AlterTable
ALTER TABLE "causes" ADD COLUMN "is_plain" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "incoming_mails" ADD COLUMN "unreadable" TEXT NOT NULL DEFAULT '',
ADD COLUMN "whole_text" TEXT NOT NULL DEFAULT '';

-- MAIL-4 · What came by email before is text, too. Nothing else of what was done changes.
ALTER TABLE "causes" DISABLE TRIGGER "causes_append_only";
UPDATE "causes" c SET "is_plain" = true FROM "journal_entries" e
WHERE e."cause_id" = c."id" AND e."id" IN (
  SELECT "entry_id" FROM "incoming_mails" WHERE "entry_id" IS NOT NULL UNION SELECT "entry_id" FROM "mail_moves"
);
ALTER TABLE "causes" ENABLE TRIGGER "causes_append_only";
