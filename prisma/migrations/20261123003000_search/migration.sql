-- What stands in the number or the short description counts for more than what stands in the description.
DROP INDEX "tasks_search";
ALTER TABLE "tasks" DROP COLUMN "search";
ALTER TABLE "tasks" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('simple', "number" || ' ' || "short_description"), 'A') || to_tsvector('simple', "description")) STORED;
CREATE INDEX "tasks_search" ON "tasks" USING gin ("search");

-- The words of the journal. Rules write the same text into the journals of many records: here each command has it once,
-- so that an update of ten thousand records costs as much as before.
CREATE TABLE "journal_texts" (
    "entry_id" UUID NOT NULL,
    "cause_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "search" tsvector NOT NULL,

    CONSTRAINT "journal_texts_pkey" PRIMARY KEY ("entry_id")
);
ALTER TABLE "journal_texts" ADD CONSTRAINT "journal_texts_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "journal_entries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

INSERT INTO "journal_texts" ("entry_id", "cause_id", "created_at", "search")
  SELECT (array_agg("id"))[1], "cause_id", min("created_at"), to_tsvector('simple', "text")
  FROM "journal_entries" GROUP BY "cause_id", "text";

CREATE INDEX "journal_texts_newest" ON "journal_texts"("created_at" DESC, "entry_id" DESC);
CREATE INDEX "journal_texts_search" ON "journal_texts" USING gin ("search");

CREATE FUNCTION "keep_journal_texts"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "journal_texts" ("entry_id", "cause_id", "created_at", "search")
    SELECT (array_agg("id"))[1], "cause_id", min("created_at"), to_tsvector('simple', "text")
    FROM "written" GROUP BY "cause_id", "text";
  RETURN NULL;
END $$;
CREATE TRIGGER "journal_entries_keep_texts" AFTER INSERT ON "journal_entries" REFERENCING NEW TABLE AS "written"
  FOR EACH STATEMENT EXECUTE FUNCTION "keep_journal_texts"();
