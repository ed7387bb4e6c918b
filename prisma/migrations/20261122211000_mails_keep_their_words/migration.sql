-- MAIL-2, MAIL-12: whom a mail of ours went to and what it said is not rewritten; how far its delivery is changes.
CREATE TRIGGER "mails_keep_their_words" BEFORE UPDATE ON "mails" FOR EACH ROW
  WHEN (OLD."direction" = 'out' AND
    (OLD."id", OLD."direction", OLD."message_id", OLD."cause_id", OLD."task_id", OLD."event", OLD."recipient_id",
     OLD."address", OLD."subject", OLD."body", OLD."created_at")
    IS DISTINCT FROM
    (NEW."id", NEW."direction", NEW."message_id", NEW."cause_id", NEW."task_id", NEW."event", NEW."recipient_id",
     NEW."address", NEW."subject", NEW."body", NEW."created_at"))
  EXECUTE FUNCTION "refuse_rewriting"();
