-- NOT-3, Q-12 · Two that tell the same case at once would both write the same state: the second is refused, and its comment with it.
DROP TRIGGER "notify_cases_told_once" ON "notify_cases";
CREATE TRIGGER "notify_cases_told_once" BEFORE UPDATE OF "state", "reason" ON "notify_cases" FOR EACH ROW
  WHEN (OLD."state" <> 'queued')
  EXECUTE FUNCTION "refuse_rewriting"();
