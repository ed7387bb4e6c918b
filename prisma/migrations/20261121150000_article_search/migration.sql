-- Articles are searched by number and words.
CREATE INDEX "articles_search" ON "articles" USING gin (to_tsvector('simple', "number" || ' ' || "title" || ' ' || "text"));
-- The list, newest first.
CREATE INDEX "articles_updated_at_id_idx" ON "articles"("updated_at" DESC, "id" DESC);
