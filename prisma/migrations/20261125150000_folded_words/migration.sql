-- Texts are searched without capitals, accents and forms of the same letter: dusseldorf finds Düsseldorf, composed or not.
-- Only functions that every PostgreSQL has: `unaccent` may be missing, and is not immutable. lib/platform/folded.ts does the
-- same to what somebody typed.
CREATE FUNCTION "folded"("text" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN octet_length("text") = length("text") THEN lower("text")
  ELSE normalize(replace(replace(replace(replace(translate(regexp_replace(
    lower(normalize("text", NFKD)), '[\u0300-\u036f]', '', 'g'),
    'łøđħıŧðς', 'lodhitdσ'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), NFC) END;

-- The words of a text for `to_tsvector`. Chinese, Japanese, Korean, Thai, Lao, Burmese and Khmer do not separate words, or
-- not all parts of them: each character is a word, and what is looked for is a phrase of them.
CREATE FUNCTION "search_words"("text" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN octet_length("text") = length("text") THEN lower("text")
  ELSE regexp_replace("folded"("text"),
    '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff])',
    ' \1 ', 'g') END;

DROP INDEX "users_words";
CREATE INDEX "users_words" ON "users" USING gin ("folded"("name") gin_trgm_ops, "folded"("email") gin_trgm_ops);
DROP INDEX "accounts_words";
CREATE INDEX "accounts_words" ON "accounts" USING gin ("folded"("name") gin_trgm_ops, "folded"("number") gin_trgm_ops);
DROP INDEX "configuration_items_words";
CREATE INDEX "configuration_items_words" ON "configuration_items"
  USING gin ("folded"("name") gin_trgm_ops, "folded"("class") gin_trgm_ops);
DROP INDEX "tasks_named_words";
CREATE INDEX "tasks_named_words" ON "tasks"
  USING gin ("folded"("number") gin_trgm_ops, "folded"("short_description") gin_trgm_ops)
  WHERE ("kind" IN ('problem', 'change'));

DROP INDEX "articles_search";
CREATE INDEX "articles_search" ON "articles"
  USING gin (to_tsvector('simple', "search_words"("number" || ' ' || "title" || ' ' || "text")));

DROP INDEX "tasks_search";
ALTER TABLE "tasks" DROP COLUMN "search";
ALTER TABLE "tasks" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (
  setweight(to_tsvector('simple', "search_words"("number" || ' ' || "short_description")), 'A')
    || to_tsvector('simple', "search_words"("description"))) STORED;
CREATE INDEX "tasks_search" ON "tasks" USING gin ("search");

CREATE OR REPLACE FUNCTION "keep_journal_texts"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "journal_texts" ("entry_id", "cause_id", "created_at", "search")
    SELECT (array_agg("id"))[1], "cause_id", min("created_at"), to_tsvector('simple', "search_words"("text"))
    FROM "written" GROUP BY "cause_id", "text";
  RETURN NULL;
END $$;
UPDATE "journal_texts" SET "search" = to_tsvector('simple', "search_words"("entries"."text"))
  FROM "journal_entries" "entries"
  WHERE "entries"."id" = "journal_texts"."entry_id" AND octet_length("entries"."text") <> length("entries"."text");
