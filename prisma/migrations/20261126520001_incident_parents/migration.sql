-- AlterTable
ALTER TABLE "incidents" ADD COLUMN     "parent_id" UUID;

-- CreateIndex
CREATE INDEX "incidents_change_id_idx" ON "incidents"("change_id");

-- CreateIndex
CREATE INDEX "incidents_caused_by_change_id_idx" ON "incidents"("caused_by_change_id");

-- CreateIndex
CREATE INDEX "incidents_parent_id_idx" ON "incidents"("parent_id");

-- AddForeignKey
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "incidents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- INC-7: no circles of any length among parents and children, whoever else sets a parent at the same moment.
CREATE FUNCTION "refuse_incident_circle"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE "path" text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('incidents.parent_id'));
  WITH RECURSIVE "above" AS (
    SELECT NEW."parent_id" AS "id", ARRAY[NEW."id", NEW."parent_id"] AS "ids"
    UNION ALL
    SELECT "i"."parent_id", "a"."ids" || "i"."parent_id" FROM "above" "a" JOIN "incidents" "i" ON "i"."id" = "a"."id"
    WHERE "a"."id" <> NEW."id" AND "i"."parent_id" IS NOT NULL
  )
  SELECT (SELECT string_agg("t"."number", ' > ' ORDER BY "p"."n") FROM unnest("ids") WITH ORDINALITY AS "p"("id", "n")
          JOIN "tasks" "t" USING ("id"))
  INTO "path" FROM "above" WHERE "id" = NEW."id" LIMIT 1;
  IF "path" IS NOT NULL THEN
    RAISE EXCEPTION 'This would close a circle: %', "path" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "incidents_no_circle" BEFORE INSERT OR UPDATE OF "parent_id" ON "incidents"
  FOR EACH ROW WHEN (NEW."parent_id" IS NOT NULL) EXECUTE FUNCTION "refuse_incident_circle"();
