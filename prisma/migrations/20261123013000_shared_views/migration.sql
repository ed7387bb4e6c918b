-- A view can be shared with everybody who has the list.
ALTER TABLE "saved_views" ADD COLUMN "shared" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "saved_views_shared" ON "saved_views"("list") WHERE (shared);

-- Lists sort by short description and by state too (Q-4).
CREATE INDEX "tasks_kind_short_description" ON "tasks"("kind", lower("short_description"), "id");
CREATE INDEX "tasks_kind_by_state" ON "tasks"("kind", "state", "id");
