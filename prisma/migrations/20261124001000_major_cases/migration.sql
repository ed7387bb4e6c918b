-- MAJ-1 · What an issue means for the business of the customers that it hits.
ALTER TABLE "cases" ADD COLUMN "business_impact" TEXT NOT NULL DEFAULT '';

-- MAJ-1, MAJ-4 · The few cases that are candidates or major ones, or were.
CREATE INDEX "cases_major" ON "cases"("major_case_state") WHERE (major_case_state IS NOT NULL);

-- MAJ-4 · A family has two generations: neither a candidate nor a major case is a child itself.
ALTER TABLE "cases" ADD CONSTRAINT "cases_two_generations"
  CHECK ("parent_id" IS NULL OR "major_case_state" IS NULL OR "major_case_state" IN ('rejected', 'cancelled'));

-- MAJ-4, MAJ-10 · An active child belongs to an accepted major case. Asked at commit: children are released after their major case is cancelled.
CREATE FUNCTION "check_parent_is_major"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "cases" "child" JOIN "tasks" USING ("id") JOIN "cases" "major" ON "major"."id" = "child"."parent_id"
             WHERE "child"."id" = NEW."id" AND "tasks"."active" AND "major"."major_case_state" IS DISTINCT FROM 'accepted') THEN
    RAISE EXCEPTION 'MAJ-4: the parent of a case is a major case' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "cases_parent_is_major" AFTER INSERT OR UPDATE OF "parent_id" ON "cases"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."parent_id" IS NOT NULL) EXECUTE FUNCTION "check_parent_is_major"();

CREATE FUNCTION "check_no_child_is_left"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "cases" "child" JOIN "tasks" USING ("id") JOIN "cases" "major" ON "major"."id" = "child"."parent_id"
             WHERE "major"."id" = NEW."id" AND "tasks"."active" AND "major"."major_case_state" IS DISTINCT FROM 'accepted') THEN
    RAISE EXCEPTION 'MAJ-10: a case that is no major case has no active child' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "cases_no_child_is_left" AFTER UPDATE OF "major_case_state" ON "cases"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD."major_case_state" = 'accepted' AND NEW."major_case_state" IS DISTINCT FROM 'accepted')
  EXECUTE FUNCTION "check_no_child_is_left"();
