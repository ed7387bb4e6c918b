-- CHG-1, REC-1: who was asked for approval, and what they answered, is history; an open question is answered once.
CREATE TRIGGER "approvals_answered_once" BEFORE UPDATE ON "approvals" FOR EACH ROW
  WHEN (OLD."answer" <> 'requested' OR
    (OLD."id", OLD."task_id", OLD."approver_id", OLD."stage", OLD."round", OLD."requested_at")
    IS DISTINCT FROM
    (NEW."id", NEW."task_id", NEW."approver_id", NEW."stage", NEW."round", NEW."requested_at"))
  EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "approvals_stay" BEFORE DELETE ON "approvals"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "approvals_not_emptied" BEFORE TRUNCATE ON "approvals"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();

-- REC-1, REC-4: who attached what and when is history too.
CREATE TRIGGER "attachments_append_only" BEFORE UPDATE OR DELETE ON "attachments"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "attachments_not_emptied" BEFORE TRUNCATE ON "attachments"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
