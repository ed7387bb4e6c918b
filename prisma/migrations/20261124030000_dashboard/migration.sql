-- DASH-1: what is open is counted from an index alone, and what was resolved when is found by it.
CREATE INDEX "tasks_open_cases" ON "tasks"("opened_at", "state", "priority", "assignment_group_id", "assigned_to_id", "account_id", "configuration_item_id", "id") WHERE ((kind = 'case'::task_kind) AND active);
CREATE INDEX "tasks_resolved_cases" ON "tasks"("resolved_at", "opened_at") WHERE ((kind = 'case'::task_kind) AND (resolved_at IS NOT NULL));
