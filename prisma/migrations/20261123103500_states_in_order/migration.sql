-- Lists sort by state in the order of work, as the definitions of the kinds have it (Q-4).
CREATE FUNCTION "task_state_position"("kind" "task_kind", "state" TEXT) RETURNS SMALLINT LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(array_position(
  CASE "kind"
    WHEN 'case' THEN ARRAY['new', 'open', 'awaiting_info', 'resolved', 'closed', 'cancelled']
    WHEN 'incident' THEN ARRAY['new', 'in_progress', 'on_hold', 'resolved', 'closed', 'canceled']
    WHEN 'problem' THEN ARRAY['new', 'assess', 'root_cause_analysis', 'fix_in_progress', 'resolved', 'closed']
    WHEN 'change' THEN ARRAY['new', 'assess', 'authorize', 'scheduled', 'implement', 'review', 'closed', 'canceled']
    WHEN 'request' THEN ARRAY['requested', 'approved', 'closed_complete', 'closed_incomplete', 'closed_cancelled', 'closed_rejected']
    WHEN 'requested_item' THEN ARRAY['pending', 'open', 'work_in_progress', 'closed_complete', 'closed_incomplete', 'closed_skipped']
  END, "state"), 0)::smallint;

DROP INDEX "tasks_kind_by_state";
CREATE INDEX "tasks_kind_by_state" ON "tasks"("kind", "task_state_position"("kind", "state"), "id");
