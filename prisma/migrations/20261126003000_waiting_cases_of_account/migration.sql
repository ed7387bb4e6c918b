-- POR-15: what waits for a customer's answer is listed and counted, however many cases the account has.
CREATE INDEX "tasks_account_waiting" ON "tasks"("account_id", "updated_at" DESC, "id" DESC) WHERE ((kind = 'case'::task_kind) AND (state = ANY (ARRAY['awaiting_info'::text, 'resolved'::text])));

-- POR-14: which cases are sensitive is asked whenever somebody outside reads a list, however many cases there are.
CREATE INDEX "cases_sensitive" ON "cases"("id") WHERE (sensitive);
