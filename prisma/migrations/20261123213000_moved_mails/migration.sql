-- MAIL-5: what people have reviewed is found again.
CREATE INDEX "incoming_mails_reviewed" ON "incoming_mails"("received_at" DESC, "id" DESC) WHERE (reviewed_by_id IS NOT NULL);

-- MAIL-5: to which other cases a mail was filed after its first one.
CREATE TABLE "mail_moves" (
    "mail_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "moved_by_id" UUID NOT NULL,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_moves_pkey" PRIMARY KEY ("mail_id", "task_id")
);

CREATE UNIQUE INDEX "mail_moves_entry" ON "mail_moves"("entry_id");
CREATE INDEX "mail_moves_task" ON "mail_moves"("task_id");

ALTER TABLE "mail_moves" ADD CONSTRAINT "mail_moves_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "incoming_mails"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "mail_moves" ADD CONSTRAINT "mail_moves_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "mail_moves" ADD CONSTRAINT "mail_moves_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "mail_moves" ADD CONSTRAINT "mail_moves_moved_by_id_fkey" FOREIGN KEY ("moved_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must never happen.

-- Only what stands in a case is moved, and to another one.
CREATE FUNCTION "mail_is_elsewhere"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM incoming_mails WHERE id = NEW.mail_id AND outcome IN ('filed', 'opened_case') AND task_id <> NEW.task_id) THEN
    RAISE EXCEPTION 'MAIL-5: only a mail that stands in another case is moved' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "mail_moves_from_elsewhere" BEFORE INSERT ON "mail_moves" FOR EACH ROW EXECUTE FUNCTION "mail_is_elsewhere"();
CREATE TRIGGER "mail_moves_stay" BEFORE UPDATE OR DELETE ON "mail_moves" FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "mail_moves_not_emptied" BEFORE TRUNCATE ON "mail_moves" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
