-- UUIDs that rise with time; PostgreSQL 18 has them built in, 14 to 17 do not.
CREATE FUNCTION "uuid_v7"() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT encode(
    set_bit(
      set_bit(
        overlay(uuid_send(gen_random_uuid())
          PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
        52, 1),
      53, 1),
    'hex')::uuid
$$;

-- Numbers come from sequences: unique and rising whatever runs at once; a gap is allowed.
CREATE SEQUENCE "case_numbers" START 1001;
CREATE SEQUENCE "incident_numbers" START 10001;
CREATE SEQUENCE "account_numbers" START 1001;

CREATE FUNCTION "next_account_number"() RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT 'ACCT' || lpad(nextval('account_numbers')::text, 7, '0')
$$;

-- CreateEnum
CREATE TYPE "journal_type" AS ENUM ('work_note', 'comment');

-- CreateEnum
CREATE TYPE "mail_status" AS ENUM ('queued', 'sent', 'failed', 'suppressed', 'ignored');

-- CreateEnum
CREATE TYPE "audience" AS ENUM ('internal', 'external');

-- CreateEnum
CREATE TYPE "user_kind" AS ENUM ('internal', 'contact', 'consumer');

-- CreateEnum
CREATE TYPE "task_kind" AS ENUM ('case', 'incident');

-- CreateEnum
CREATE TYPE "watch_list" AS ENUM ('watch_list', 'work_notes_list');

-- CreateTable
CREATE TABLE "properties" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "properties_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "business_rules" (
    "id" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "business_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "integrations" (
    "id" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "integrations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "priority_lookups" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "impact" SMALLINT NOT NULL,
    "urgency" SMALLINT NOT NULL,
    "priority" SMALLINT NOT NULL,
    "order" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "priority_lookups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "old_value" TEXT,
    "new_value" TEXT,
    "undoes" UUID,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "replay_progress" (
    "number" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "finished" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "replay_progress_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "number" TEXT NOT NULL DEFAULT next_account_number(),
    "name" TEXT NOT NULL,
    "primary_contact_id" UUID,
    "parent_id" UUID,
    "partner" BOOLEAN NOT NULL DEFAULT false,
    "contract_value" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "phone" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contacts" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,

    CONSTRAINT "contacts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consumers" (
    "id" UUID NOT NULL,

    CONSTRAINT "consumers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner_relationships" (
    "partner_id" UUID NOT NULL,
    "served_id" UUID NOT NULL,

    CONSTRAINT "partner_relationships_pkey" PRIMARY KEY ("partner_id","served_id")
);

-- CreateTable
CREATE TABLE "products" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,

    CONSTRAINT "products_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assets" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "tag" TEXT NOT NULL,
    "serial" TEXT NOT NULL DEFAULT '',
    "product_id" UUID NOT NULL,
    "account_id" UUID,
    "consumer_id" UUID,

    CONSTRAINT "assets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "install_base_items" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "product_id" UUID NOT NULL,
    "configuration_item_id" UUID NOT NULL,
    "account_id" UUID,
    "consumer_id" UUID,

    CONSTRAINT "install_base_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "configuration_items" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "operational_status" TEXT NOT NULL DEFAULT 'Operational',

    CONSTRAINT "configuration_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ci_relationships" (
    "parent_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,

    CONSTRAINT "ci_relationships_pkey" PRIMARY KEY ("parent_id","child_id")
);

-- CreateTable
CREATE TABLE "causes" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "task_id" UUID NOT NULL,
    "command" TEXT NOT NULL,
    "rules" TEXT[],
    "written" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "causes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal_entries" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "task_id" UUID NOT NULL,
    "type" "journal_type" NOT NULL,
    "author_id" UUID,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "cause_id" UUID NOT NULL,
    "source_task_id" UUID,
    "source_entry_id" UUID,
    "lines" JSONB,

    CONSTRAINT "journal_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "field_changes" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "task_id" UUID NOT NULL,
    "cause_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "old_value" TEXT,
    "new_value" TEXT,
    "old_display" TEXT NOT NULL DEFAULT '',
    "new_display" TEXT NOT NULL DEFAULT '',
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "field_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mails" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "cause_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "recipient_id" UUID,
    "address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "status" "mail_status" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "kind" "user_kind" NOT NULL,
    "audience" "audience" NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "password_hash" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "language" TEXT NOT NULL DEFAULT 'en',
    "looked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roles" (
    "name" TEXT NOT NULL,
    "audience" "audience" NOT NULL,

    CONSTRAINT "roles_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "user_roles" (
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "audience" "audience" NOT NULL,

    CONSTRAINT "user_roles_pkey" PRIMARY KEY ("user_id","role")
);

-- CreateTable
CREATE TABLE "groups" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "email" TEXT,
    "manager_id" UUID,

    CONSTRAINT "groups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_members" (
    "group_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "group_members_pkey" PRIMARY KEY ("group_id","user_id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempts" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_tokens" (
    "hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_tokens_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "saved_views" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tasks" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "kind" "task_kind" NOT NULL,
    "number" TEXT NOT NULL,
    "short_description" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "impact" SMALLINT NOT NULL DEFAULT 3,
    "urgency" SMALLINT NOT NULL DEFAULT 3,
    "priority" SMALLINT NOT NULL DEFAULT 4,
    "account_id" UUID,
    "contact_id" UUID,
    "consumer_id" UUID,
    "configuration_item_id" UUID,
    "assignment_group_id" UUID,
    "assigned_to_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by_id" UUID,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "correlation_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cases" (
    "id" UUID NOT NULL,
    "channel" TEXT NOT NULL DEFAULT 'web',
    "product_id" UUID,
    "asset_id" UUID,
    "install_base_item_id" UUID,
    "partner_id" UUID,
    "partner_contact_id" UUID,
    "proactive" BOOLEAN NOT NULL DEFAULT false,
    "parent_id" UUID,
    "major_case_state" TEXT,
    "probable_cause" TEXT NOT NULL DEFAULT '',
    "resolution_code" TEXT,
    "cause" TEXT NOT NULL DEFAULT '',
    "resolution_notes" TEXT NOT NULL DEFAULT '',
    "add_resolution_notes_to_comments" BOOLEAN NOT NULL DEFAULT false,
    "incident_id" UUID,
    "reminded_at" TIMESTAMPTZ(3),

    CONSTRAINT "cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incidents" (
    "id" UUID NOT NULL,
    "caller_id" UUID,
    "category" TEXT NOT NULL DEFAULT 'inquiry',
    "subcategory" TEXT NOT NULL DEFAULT '',
    "service_id" UUID,
    "contact_type" TEXT NOT NULL DEFAULT 'self-service',
    "hold_reason" TEXT,
    "resolution_code" TEXT,
    "resolution_notes" TEXT NOT NULL DEFAULT '',
    "probable_cause" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "incidents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_watchers" (
    "task_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "list" "watch_list" NOT NULL,

    CONSTRAINT "task_watchers_pkey" PRIMARY KEY ("task_id","list","user_id")
);

-- CreateTable
CREATE TABLE "attachments" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "task_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploaded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "priority_lookups_pair" ON "priority_lookups"("impact", "urgency") WHERE (active);

-- CreateIndex
CREATE INDEX "audit_entries_at_id_idx" ON "audit_entries"("at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "accounts_number_key" ON "accounts"("number");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_primary_contact_id_key" ON "accounts"("primary_contact_id");

-- CreateIndex
CREATE INDEX "accounts_parent_id_idx" ON "accounts"("parent_id");

-- CreateIndex
CREATE INDEX "contacts_account_id_idx" ON "contacts"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "products_name_key" ON "products"("name");

-- CreateIndex
CREATE UNIQUE INDEX "assets_tag_key" ON "assets"("tag");

-- CreateIndex
CREATE INDEX "install_base_items_configuration_item_id_idx" ON "install_base_items"("configuration_item_id");

-- CreateIndex
CREATE UNIQUE INDEX "configuration_items_name_key" ON "configuration_items"("name");

-- CreateIndex
CREATE INDEX "ci_relationships_child_id_idx" ON "ci_relationships"("child_id");

-- CreateIndex
CREATE INDEX "causes_task_id_at_idx" ON "causes"("task_id", "at");

-- CreateIndex
CREATE INDEX "causes_with_rules" ON "causes"("at") WHERE (written > 0);

-- CreateIndex
CREATE INDEX "journal_entries_timeline" ON "journal_entries"("task_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "journal_entries_cause" ON "journal_entries"("cause_id");

-- CreateIndex
CREATE INDEX "field_changes_timeline" ON "field_changes"("task_id", "changed_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "field_changes_once" ON "field_changes"("task_id", "version", "field");

-- CreateIndex
CREATE INDEX "mails_timeline" ON "mails"("task_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "mails_created" ON "mails"("created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "mails_once" ON "mails"("cause_id", "task_id", "event", "recipient_id", "address");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "users_id_audience" ON "users"("id", "audience");

-- CreateIndex
CREATE UNIQUE INDEX "roles_name_audience" ON "roles"("name", "audience");

-- CreateIndex
CREATE UNIQUE INDEX "groups_name_key" ON "groups"("name");

-- CreateIndex
CREATE INDEX "group_members_user_id_idx" ON "group_members"("user_id");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_attempts_key_at_idx" ON "sign_in_attempts"("key", "at");

-- CreateIndex
CREATE UNIQUE INDEX "saved_views_user_id_list_name_key" ON "saved_views"("user_id", "list", "name");

-- CreateIndex
CREATE UNIQUE INDEX "tasks_number_key" ON "tasks"("number");

-- CreateIndex
CREATE INDEX "tasks_kind_updated" ON "tasks"("kind", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "tasks_kind_opened" ON "tasks"("kind", "opened_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "tasks_kind_priority" ON "tasks"("kind", "priority", "id");

-- CreateIndex
CREATE INDEX "tasks_kind_number" ON "tasks"("kind", "number");

-- CreateIndex
CREATE INDEX "tasks_assigned_to_active" ON "tasks"("assigned_to_id") WHERE (active);

-- CreateIndex
CREATE INDEX "tasks_assignment_group_active" ON "tasks"("assignment_group_id") WHERE (active);

-- CreateIndex
CREATE INDEX "tasks_account" ON "tasks"("account_id", "updated_at" DESC);

-- CreateIndex
CREATE INDEX "tasks_contact" ON "tasks"("contact_id");

-- CreateIndex
CREATE INDEX "tasks_consumer" ON "tasks"("consumer_id");

-- CreateIndex
CREATE INDEX "tasks_configuration_item" ON "tasks"("configuration_item_id");

-- CreateIndex
CREATE UNIQUE INDEX "tasks_correlation" ON "tasks"("kind", "correlation_id");

-- CreateIndex
CREATE INDEX "cases_incident_id_idx" ON "cases"("incident_id");

-- CreateIndex
CREATE INDEX "cases_parent_id_idx" ON "cases"("parent_id");

-- CreateIndex
CREATE INDEX "incidents_caller_id_idx" ON "incidents"("caller_id");

-- CreateIndex
CREATE INDEX "task_watchers_user_id_idx" ON "task_watchers"("user_id");

-- CreateIndex
CREATE INDEX "attachments_task_id_created_at_idx" ON "attachments"("task_id", "created_at");

-- AddForeignKey
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_primary_contact_id_fkey" FOREIGN KEY ("primary_contact_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_id_fkey" FOREIGN KEY ("id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consumers" ADD CONSTRAINT "consumers_id_fkey" FOREIGN KEY ("id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_relationships" ADD CONSTRAINT "partner_relationships_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_relationships" ADD CONSTRAINT "partner_relationships_served_id_fkey" FOREIGN KEY ("served_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assets" ADD CONSTRAINT "assets_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "products"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assets" ADD CONSTRAINT "assets_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assets" ADD CONSTRAINT "assets_consumer_id_fkey" FOREIGN KEY ("consumer_id") REFERENCES "consumers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "install_base_items" ADD CONSTRAINT "install_base_items_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "products"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "install_base_items" ADD CONSTRAINT "install_base_items_configuration_item_id_fkey" FOREIGN KEY ("configuration_item_id") REFERENCES "configuration_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "install_base_items" ADD CONSTRAINT "install_base_items_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "install_base_items" ADD CONSTRAINT "install_base_items_consumer_id_fkey" FOREIGN KEY ("consumer_id") REFERENCES "consumers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ci_relationships" ADD CONSTRAINT "ci_relationships_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "configuration_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ci_relationships" ADD CONSTRAINT "ci_relationships_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "configuration_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "causes" ADD CONSTRAINT "causes_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "causes" ADD CONSTRAINT "causes_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_cause_id_fkey" FOREIGN KEY ("cause_id") REFERENCES "causes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_source_task_id_fkey" FOREIGN KEY ("source_task_id") REFERENCES "tasks"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_source_entry_id_fkey" FOREIGN KEY ("source_entry_id") REFERENCES "journal_entries"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "field_changes" ADD CONSTRAINT "field_changes_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "field_changes" ADD CONSTRAINT "field_changes_cause_id_fkey" FOREIGN KEY ("cause_id") REFERENCES "causes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mails" ADD CONSTRAINT "mails_cause_id_fkey" FOREIGN KEY ("cause_id") REFERENCES "causes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mails" ADD CONSTRAINT "mails_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mails" ADD CONSTRAINT "mails_recipient_id_fkey" FOREIGN KEY ("recipient_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_user_id_audience_fkey" FOREIGN KEY ("user_id", "audience") REFERENCES "users"("id", "audience") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_role_audience_fkey" FOREIGN KEY ("role", "audience") REFERENCES "roles"("name", "audience") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "groups" ADD CONSTRAINT "groups_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_consumer_id_fkey" FOREIGN KEY ("consumer_id") REFERENCES "consumers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_configuration_item_id_fkey" FOREIGN KEY ("configuration_item_id") REFERENCES "configuration_items"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_assignment_group_id_fkey" FOREIGN KEY ("assignment_group_id") REFERENCES "groups"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_assigned_to_id_fkey" FOREIGN KEY ("assigned_to_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_id_fkey" FOREIGN KEY ("id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "products"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "assets"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_install_base_item_id_fkey" FOREIGN KEY ("install_base_item_id") REFERENCES "install_base_items"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_partner_contact_id_fkey" FOREIGN KEY ("partner_contact_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "cases"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incidents"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_id_fkey" FOREIGN KEY ("id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_caller_id_fkey" FOREIGN KEY ("caller_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "configuration_items"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_watchers" ADD CONSTRAINT "task_watchers_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_watchers" ADD CONSTRAINT "task_watchers_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What must never happen.

ALTER TABLE "users" ADD CONSTRAINT "users_audience_of_kind" CHECK (("audience" = 'internal') = ("kind" = 'internal'));
ALTER TABLE "users" ADD CONSTRAINT "users_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "users" ADD CONSTRAINT "users_internal_has_email" CHECK ("kind" <> 'internal' OR "email" IS NOT NULL);
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_not_own_parent" CHECK ("parent_id" <> "id");
ALTER TABLE "assets" ADD CONSTRAINT "assets_one_owner" CHECK (num_nonnulls("account_id", "consumer_id") <= 1);
ALTER TABLE "install_base_items" ADD CONSTRAINT "install_base_items_one_owner" CHECK (num_nonnulls("account_id", "consumer_id") = 1);
ALTER TABLE "priority_lookups" ADD CONSTRAINT "priority_lookups_range"
  CHECK ("impact" BETWEEN 1 AND 3 AND "urgency" BETWEEN 1 AND 3 AND "priority" BETWEEN 1 AND 5);

ALTER TABLE "tasks" ADD CONSTRAINT "tasks_short_description_length" CHECK (length("short_description") BETWEEN 1 AND 160);
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_description_length" CHECK (length("description") <= 32000);
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_choices"
  CHECK ("impact" BETWEEN 1 AND 3 AND "urgency" BETWEEN 1 AND 3 AND "priority" BETWEEN 1 AND 5);
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_one_customer" CHECK (num_nonnulls("contact_id", "consumer_id") <= 1);
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_case_state"
  CHECK ("kind" <> 'case' OR "state" IN ('new', 'open', 'awaiting_info', 'resolved', 'closed', 'cancelled'));
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_incident_state"
  CHECK ("kind" <> 'incident' OR "state" IN ('new', 'in_progress', 'on_hold', 'resolved', 'closed', 'canceled'));
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_active_until_final" CHECK ("active" = ("state" NOT IN ('closed', 'cancelled', 'canceled')));
ALTER TABLE "cases" ADD CONSTRAINT "cases_major_case_state"
  CHECK ("major_case_state" IN ('proposed', 'accepted', 'rejected', 'cancelled'));
ALTER TABLE "cases" ADD CONSTRAINT "cases_not_own_parent" CHECK ("parent_id" <> "id");
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_hold_reason"
  CHECK ("hold_reason" IN ('awaiting_caller', 'awaiting_change', 'awaiting_problem', 'awaiting_vendor'));

-- SYNC-00: at most one note of the rules per record and cause.
CREATE UNIQUE INDEX "journal_entries_one_per_cause" ON "journal_entries" ("task_id", "cause_id") WHERE "lines" IS NOT NULL;
-- A note of the rules is the system's and names its source.
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_written_by_rules"
  CHECK ("lines" IS NULL OR ("author_id" IS NULL AND "source_task_id" IS NOT NULL AND "source_task_id" <> "task_id"));

-- Search by words and by number; a stored column, so that walking a list in its order stays cheap.
ALTER TABLE "tasks" ADD COLUMN "search" tsvector
  GENERATED ALWAYS AS (to_tsvector('simple', "number" || ' ' || "short_description" || ' ' || "description")) STORED;
CREATE INDEX "tasks_search" ON "tasks" USING gin ("search");

-- REC-1: the journal is append-only, and so is history.
CREATE FUNCTION "refuse_rewriting"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "journal_entries_append_only" BEFORE UPDATE ON "journal_entries"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "field_changes_append_only" BEFORE UPDATE ON "field_changes"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();

-- CASE-5: a Closed or Cancelled case is read-only, by any route.
CREATE FUNCTION "refuse_change_of_closed_case"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'CASE-5: a closed case is read-only' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "tasks_closed_case_read_only" BEFORE UPDATE ON "tasks" FOR EACH ROW
  WHEN (OLD."kind" = 'case' AND OLD."state" IN ('closed', 'cancelled')) EXECUTE FUNCTION "refuse_change_of_closed_case"();
CREATE FUNCTION "refuse_write_to_closed_case"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "tasks" WHERE "id" = NEW."id" AND "state" IN ('closed', 'cancelled')) THEN
    RAISE EXCEPTION 'CASE-5: a closed case is read-only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "cases_closed_read_only" BEFORE UPDATE ON "cases"
  FOR EACH ROW EXECUTE FUNCTION "refuse_write_to_closed_case"();
CREATE FUNCTION "refuse_entries_of_closed_cases"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "written" JOIN "tasks" ON "tasks"."id" = "written"."task_id"
             WHERE "tasks"."kind" = 'case' AND "tasks"."state" IN ('closed', 'cancelled')) THEN
    RAISE EXCEPTION 'CASE-5: a closed case is read-only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "journal_entries_not_in_closed_cases" AFTER INSERT ON "journal_entries" REFERENCING NEW TABLE AS "written"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_entries_of_closed_cases"();

-- INC-1: on hold has a reason, and nothing else has. Asked at commit, as the two columns live in two tables.
CREATE FUNCTION "check_hold_reason"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "tasks" JOIN "incidents" USING ("id")
             WHERE "id" = NEW."id" AND ("state" = 'on_hold') <> ("hold_reason" IS NOT NULL)) THEN
    RAISE EXCEPTION 'INC-1: an incident on hold has a reason, others have none' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "tasks_hold_reason" AFTER UPDATE OF "state" ON "tasks" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."kind" = 'incident') EXECUTE FUNCTION "check_hold_reason"();
CREATE CONSTRAINT TRIGGER "incidents_hold_reason_of_state" AFTER INSERT OR UPDATE OF "hold_reason" ON "incidents"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_hold_reason"();

-- No circles among configuration items, of any length, whoever else is adding at the same moment.
CREATE FUNCTION "refuse_ci_circle"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE "path" text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('ci_relationships'));
  WITH RECURSIVE "below" AS (
    SELECT NEW."child_id" AS "id", ARRAY[NEW."parent_id", NEW."child_id"] AS "ids"
    UNION ALL
    SELECT "r"."child_id", "b"."ids" || "r"."child_id" FROM "below" "b" JOIN "ci_relationships" "r" ON "r"."parent_id" = "b"."id"
    WHERE "b"."id" <> NEW."parent_id"
  )
  SELECT (SELECT string_agg("c"."name", ' > ' ORDER BY "i"."n") FROM unnest("ids") WITH ORDINALITY AS "i"("id", "n")
          JOIN "configuration_items" "c" USING ("id"))
  INTO "path" FROM "below" WHERE "id" = NEW."parent_id" LIMIT 1;
  IF "path" IS NOT NULL THEN
    RAISE EXCEPTION 'This would close a circle: %', "path" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ci_relationships_no_circle" BEFORE INSERT OR UPDATE ON "ci_relationships"
  FOR EACH ROW EXECUTE FUNCTION "refuse_ci_circle"();
