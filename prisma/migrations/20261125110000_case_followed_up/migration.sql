-- MAIL-11: the closed case whose answer opened another one.
ALTER TABLE "incoming_mails" ADD COLUMN "follows_id" UUID;
CREATE INDEX "incoming_mails_follows" ON "incoming_mails"("follows_id") WHERE follows_id IS NOT NULL;
ALTER TABLE "incoming_mails" ADD CONSTRAINT "incoming_mails_follows_id_fkey" FOREIGN KEY ("follows_id") REFERENCES "tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
