-- IMP-1: the open cases of an account are counted, however many it has closed.
CREATE INDEX "tasks_account_active" ON "tasks"("account_id") WHERE (active);
