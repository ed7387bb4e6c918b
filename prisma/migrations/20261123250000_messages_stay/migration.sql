-- NOT-2, NOT-3: what was said to many, in which cases and to whom, stays.
CREATE TRIGGER "notify_runs_stay" BEFORE DELETE ON "notify_runs"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "notify_runs_not_emptied" BEFORE TRUNCATE ON "notify_runs"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "notify_cases_stay" BEFORE DELETE ON "notify_cases"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "notify_cases_not_emptied" BEFORE TRUNCATE ON "notify_cases"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "notify_people_stay" BEFORE DELETE ON "notify_people"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "notify_people_not_emptied" BEFORE TRUNCATE ON "notify_people"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
