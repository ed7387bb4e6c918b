-- ADM-9: the mail log is read page by page, by time, of one status or of all; MAIL-1: and the mails of one person.
DROP INDEX "mails_created";
CREATE INDEX "mails_created" ON "mails"("created_at" DESC, "id" DESC);
CREATE INDEX "mails_status" ON "mails"("status", "created_at" DESC, "id" DESC);
CREATE INDEX "mails_recipient" ON "mails"("recipient_id", "created_at" DESC, "id" DESC);
