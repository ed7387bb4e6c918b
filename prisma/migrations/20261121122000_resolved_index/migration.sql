-- CreateIndex
CREATE INDEX "tasks_resolved" ON "tasks"("kind", "id") WHERE (state = 'resolved');
