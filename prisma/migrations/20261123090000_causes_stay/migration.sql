-- REC-2: who did something stays, also where nothing names it yet.
CREATE TRIGGER "causes_stay" BEFORE DELETE ON "causes"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "causes_not_emptied" BEFORE TRUNCATE ON "causes"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
