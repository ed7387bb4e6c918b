-- MAIL-2, MAIL-12: what was sent, and what was not and why, stays.
CREATE TRIGGER "mails_stay" BEFORE DELETE ON "mails"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "mails_not_emptied" BEFORE TRUNCATE ON "mails"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
