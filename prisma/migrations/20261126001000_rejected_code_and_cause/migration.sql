-- CASE-11: a rejected solution is its code, its cause and its notes.
ALTER TABLE "rejected_solutions" ADD COLUMN "resolution_code" TEXT NOT NULL DEFAULT '',
ADD COLUMN "cause" TEXT NOT NULL DEFAULT '';

-- A case that was opened again keeps them until they are changed.
UPDATE "rejected_solutions" r SET "resolution_code" = coalesce(c."resolution_code", ''), "cause" = c."cause"
FROM "cases" c WHERE c."id" = r."case_id";
