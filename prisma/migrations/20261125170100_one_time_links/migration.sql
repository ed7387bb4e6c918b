-- A mail may be about its recipient alone: an invitation, a link for a new password.
ALTER TABLE "mails" ALTER COLUMN "cause_id" DROP NOT NULL, ALTER COLUMN "task_id" DROP NOT NULL;
-- MAIL-12: what is about a record has a cause, what is about a person has that person as its recipient, and nobody answers it.
ALTER TABLE "mails" ADD CONSTRAINT "mails_about_something" CHECK (("task_id" IS NULL) = ("cause_id" IS NULL)
  AND ("task_id" IS NOT NULL OR ("recipient_id" IS NOT NULL AND "reply_token" IS NULL)));

ALTER TABLE "one_time_tokens" ADD COLUMN "user_id" UUID;
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- ACC-7: a newer link of the same purpose takes the place of the one before.
CREATE UNIQUE INDEX "one_time_tokens_one_each" ON "one_time_tokens"("user_id", "purpose");
-- ACC-7, ACC-9: the set-up is of nobody yet, every other link of one person; the database never has what opens it.
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_purpose" CHECK ("purpose" IN ('set-up', 'reset', 'invitation'));
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_whose" CHECK (("purpose" = 'set-up') = ("user_id" IS NULL));
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_hashed" CHECK ("hash" ~ '^[0-9a-f]{64}$');

-- ACC-7: whatever changes the password or the address of a person, or shuts them out, ends the links that were sent before.
CREATE FUNCTION "end_links_of_person"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "one_time_tokens" WHERE "user_id" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "users_end_links" AFTER UPDATE ON "users" FOR EACH ROW
  WHEN (OLD."email" IS DISTINCT FROM NEW."email" OR OLD."password_hash" IS DISTINCT FROM NEW."password_hash"
    OR (OLD."active" AND NOT NEW."active"))
  EXECUTE FUNCTION "end_links_of_person"();
