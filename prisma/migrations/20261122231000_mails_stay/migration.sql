-- MAIL-2, MAIL-12: what was sent, and what was not and why, stays; so does the record that it is about.
ALTER TABLE "mails" DROP CONSTRAINT "mails_task_id_fkey",
  ADD CONSTRAINT "mails_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "mails_stay" BEFORE DELETE ON "mails"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "mails_not_emptied" BEFORE TRUNCATE ON "mails"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
