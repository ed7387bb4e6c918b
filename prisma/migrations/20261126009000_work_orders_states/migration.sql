-- The states of every kind, in the order of work, as the definitions have them.
CREATE OR REPLACE FUNCTION "task_state_position"("kind" "task_kind", "state" TEXT) RETURNS SMALLINT LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(array_position(CASE "kind"
  WHEN 'case' THEN ARRAY['new', 'open', 'awaiting_info', 'resolved', 'closed', 'cancelled']
  WHEN 'incident' THEN ARRAY['new', 'in_progress', 'on_hold', 'resolved', 'closed', 'canceled']
  WHEN 'problem' THEN ARRAY['new', 'assess', 'root_cause_analysis', 'fix_in_progress', 'resolved', 'closed']
  WHEN 'change' THEN ARRAY['new', 'assess', 'authorize', 'scheduled', 'implement', 'review', 'closed', 'canceled']
  WHEN 'request' THEN ARRAY['requested', 'approved', 'closed_complete', 'closed_incomplete', 'closed_cancelled', 'closed_rejected']
  WHEN 'requested_item' THEN ARRAY['pending', 'open', 'work_in_progress', 'closed_complete', 'closed_incomplete', 'closed_skipped']
  WHEN 'work_order' THEN ARRAY['draft', 'awaiting_qualification', 'qualified', 'ready_for_dispatch', 'assigned', 'accepted', 'work_in_progress', 'closed_complete', 'closed_incomplete', 'canceled']
  WHEN 'work_order_task' THEN ARRAY['draft', 'pending_dispatch', 'scheduled', 'assigned', 'accepted', 'work_in_progress', 'closed_complete', 'closed_incomplete', 'cancelled']
  ELSE '{}'::text[]
END, "state"), 0)::smallint;
REINDEX INDEX "tasks_kind_by_state";
ALTER TABLE "tasks" DROP CONSTRAINT IF EXISTS "tasks_state", DROP CONSTRAINT IF EXISTS "tasks_active_until_final",
ADD CONSTRAINT "tasks_state" CHECK ("state" = ANY (CASE "kind"
  WHEN 'case' THEN ARRAY['new', 'open', 'awaiting_info', 'resolved', 'closed', 'cancelled']
  WHEN 'incident' THEN ARRAY['new', 'in_progress', 'on_hold', 'resolved', 'closed', 'canceled']
  WHEN 'problem' THEN ARRAY['new', 'assess', 'root_cause_analysis', 'fix_in_progress', 'resolved', 'closed']
  WHEN 'change' THEN ARRAY['new', 'assess', 'authorize', 'scheduled', 'implement', 'review', 'closed', 'canceled']
  WHEN 'request' THEN ARRAY['requested', 'approved', 'closed_complete', 'closed_incomplete', 'closed_cancelled', 'closed_rejected']
  WHEN 'requested_item' THEN ARRAY['pending', 'open', 'work_in_progress', 'closed_complete', 'closed_incomplete', 'closed_skipped']
  WHEN 'work_order' THEN ARRAY['draft', 'awaiting_qualification', 'qualified', 'ready_for_dispatch', 'assigned', 'accepted', 'work_in_progress', 'closed_complete', 'closed_incomplete', 'canceled']
  WHEN 'work_order_task' THEN ARRAY['draft', 'pending_dispatch', 'scheduled', 'assigned', 'accepted', 'work_in_progress', 'closed_complete', 'closed_incomplete', 'cancelled']
  ELSE '{}'::text[]
END)),
ADD CONSTRAINT "tasks_active_until_final" CHECK ("active" = ("state" <> ALL (CASE "kind"
  WHEN 'case' THEN ARRAY['closed', 'cancelled']
  WHEN 'incident' THEN ARRAY['closed', 'canceled']
  WHEN 'problem' THEN ARRAY['closed']
  WHEN 'change' THEN ARRAY['closed', 'canceled']
  WHEN 'request' THEN ARRAY['closed_complete', 'closed_incomplete', 'closed_cancelled', 'closed_rejected']
  WHEN 'requested_item' THEN ARRAY['closed_complete', 'closed_incomplete', 'closed_skipped']
  WHEN 'work_order' THEN ARRAY['closed_complete', 'closed_incomplete', 'canceled']
  WHEN 'work_order_task' THEN ARRAY['closed_complete', 'closed_incomplete', 'cancelled']
  ELSE '{}'::text[]
END)));
