-- Each list has an index in its order, with the key that the next page goes on from (Q-4).

DROP INDEX "tasks_kind_number";
CREATE INDEX "tasks_kind_number" ON "tasks"("kind", "number", "id");

CREATE INDEX "tasks_kind_state" ON "tasks"("kind", "state", "updated_at" DESC, "id" DESC);

-- My work and my groups' work, newest first.
DROP INDEX "tasks_assigned_to_active";
CREATE INDEX "tasks_assigned_to_active" ON "tasks"("assigned_to_id", "updated_at" DESC, "id" DESC) WHERE (active);
DROP INDEX "tasks_assignment_group_active";
CREATE INDEX "tasks_assignment_group_active" ON "tasks"("assignment_group_id", "updated_at" DESC, "id" DESC) WHERE (active);

-- What one agent role sees may be a small part of all cases: its first page must not walk through the others'.
CREATE INDEX "tasks_without_consumer" ON "tasks"("kind", "updated_at" DESC, "id" DESC) WHERE (consumer_id IS NULL);
CREATE INDEX "tasks_without_contact" ON "tasks"("kind", "updated_at" DESC, "id" DESC) WHERE (contact_id IS NULL);
