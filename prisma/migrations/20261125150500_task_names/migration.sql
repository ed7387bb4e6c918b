-- The names that lists are sorted by, beside the tasks: an index for each order, and a new name leaves the records as they are.
CREATE TABLE "task_names" (
    "id" UUID NOT NULL,
    "kind" "task_kind" NOT NULL,
    "account" TEXT NOT NULL DEFAULT '',
    "person" TEXT NOT NULL DEFAULT '',
    "assignee" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "task_names_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "task_names" ADD CONSTRAINT "task_names_id_fkey" FOREIGN KEY ("id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

INSERT INTO "task_names" ("id", "kind", "account", "person", "assignee")
  SELECT t."id", t."kind", coalesce(a."name", ''), coalesce(p."name", ''), coalesce(u."name", '')
  FROM "tasks" t LEFT JOIN "accounts" a ON a."id" = t."account_id"
    LEFT JOIN "users" p ON p."id" = coalesce(t."contact_id", t."consumer_id") LEFT JOIN "users" u ON u."id" = t."assigned_to_id";

CREATE INDEX "task_names_account" ON "task_names"("kind", "folded"("account"), "id");
CREATE INDEX "task_names_person" ON "task_names"("kind", "folded"("person"), "id");
CREATE INDEX "task_names_assignee" ON "task_names"("kind", "folded"("assignee"), "id");

CREATE FUNCTION "add_task_names"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "task_names" ("id", "kind", "account", "person", "assignee")
    SELECT t."id", t."kind", coalesce(a."name", ''), coalesce(p."name", ''), coalesce(u."name", '')
    FROM "written" t LEFT JOIN "accounts" a ON a."id" = t."account_id"
      LEFT JOIN "users" p ON p."id" = coalesce(t."contact_id", t."consumer_id") LEFT JOIN "users" u ON u."id" = t."assigned_to_id";
  RETURN NULL;
END $$;
CREATE TRIGGER "tasks_add_names" AFTER INSERT ON "tasks" REFERENCING NEW TABLE AS "written"
  FOR EACH STATEMENT EXECUTE FUNCTION "add_task_names"();

CREATE FUNCTION "keep_task_names"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "task_names" n SET "account" = coalesce(a."name", ''), "person" = coalesce(p."name", ''), "assignee" = coalesce(u."name", '')
    FROM "before" b JOIN "written" t ON t."id" = b."id" LEFT JOIN "accounts" a ON a."id" = t."account_id"
      LEFT JOIN "users" p ON p."id" = coalesce(t."contact_id", t."consumer_id") LEFT JOIN "users" u ON u."id" = t."assigned_to_id"
    WHERE n."id" = t."id" AND (b."account_id", b."contact_id", b."consumer_id", b."assigned_to_id")
      IS DISTINCT FROM (t."account_id", t."contact_id", t."consumer_id", t."assigned_to_id");
  RETURN NULL;
END $$;
CREATE TRIGGER "tasks_keep_names" AFTER UPDATE ON "tasks" REFERENCING OLD TABLE AS "before" NEW TABLE AS "written"
  FOR EACH STATEMENT EXECUTE FUNCTION "keep_task_names"();

CREATE FUNCTION "rename_account_of_tasks"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "task_names" n SET "account" = NEW."name" FROM "tasks" t WHERE t."id" = n."id" AND t."account_id" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "accounts_rename_of_tasks" AFTER UPDATE OF "name" ON "accounts" FOR EACH ROW
  WHEN (OLD."name" <> NEW."name") EXECUTE FUNCTION "rename_account_of_tasks"();

CREATE FUNCTION "rename_person_of_tasks"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "task_names" n SET "person" = NEW."name" FROM "tasks" t
    WHERE t."id" = n."id" AND coalesce(t."contact_id", t."consumer_id") = NEW."id" AND NEW."kind" <> 'internal';
  UPDATE "task_names" n SET "assignee" = NEW."name" FROM "tasks" t
    WHERE t."id" = n."id" AND t."assigned_to_id" = NEW."id" AND NEW."kind" = 'internal';
  RETURN NULL;
END $$;
CREATE TRIGGER "users_rename_of_tasks" AFTER UPDATE OF "name" ON "users" FOR EACH ROW
  WHEN (OLD."name" <> NEW."name") EXECUTE FUNCTION "rename_person_of_tasks"();
