-- CASE-10, REC-2: who did something, and on whose behalf, is not rewritten.
CREATE TRIGGER "causes_append_only" BEFORE UPDATE ON "causes"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
