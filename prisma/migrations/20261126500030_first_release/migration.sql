-- The database of the first release: what PostgreSQL says of the one that the migrations before it made.

DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION WHEN insufficient_privilege OR feature_not_supported OR undefined_file THEN
  RAISE EXCEPTION 'PostgreSQL''s own extension pg_trgm is needed, and this server does not let it be made (%). Its administrator can: create extension pg_trgm', SQLERRM;
END $$;

DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS btree_gist;
EXCEPTION WHEN OTHERS THEN
  RAISE EXCEPTION 'PostgreSQL''s own extension btree_gist is needed, and this server does not let it be made (%). Its administrator can: create extension btree_gist', SQLERRM;
END $$;

-- Functions name tables that come after them.
SET LOCAL check_function_bodies = false;

CREATE TYPE appointment_state AS ENUM (
    'held',
    'booked',
    'cancelled'
);

CREATE TYPE article_readers AS ENUM (
    'internal',
    'external'
);

CREATE TYPE audience AS ENUM (
    'internal',
    'external'
);

CREATE TYPE child_run_state AS ENUM (
    'running',
    'stopped',
    'done'
);

CREATE TYPE customer_sort AS ENUM (
    'accounts',
    'consumers'
);

CREATE TYPE inbox_reason AS ENUM (
    'mentioned',
    'approval',
    'assigned',
    'answered',
    'related',
    'moved',
    'commented',
    'noted'
);

CREATE TYPE incoming_outcome AS ENUM (
    'received',
    'filed',
    'opened_case',
    'waits_for_review',
    'held_back',
    'ignored',
    'discarded'
);

CREATE TYPE incoming_source AS ENUM (
    'smtp',
    'imap',
    'mailbox'
);

CREATE TYPE journal_type AS ENUM (
    'work_note',
    'comment'
);

CREATE TYPE mail_status AS ENUM (
    'queued',
    'sent',
    'failed',
    'suppressed'
);

CREATE TYPE notify_case_state AS ENUM (
    'queued',
    'told',
    'skipped'
);

CREATE TYPE notify_person_state AS ENUM (
    'queued',
    'mailed',
    'skipped'
);

CREATE TYPE notify_run_state AS ENUM (
    'waiting',
    'running',
    'stopped',
    'done'
);

CREATE TYPE recipient_state AS ENUM (
    'listed',
    'queued',
    'made',
    'had',
    'left_out'
);

CREATE TYPE reply_template_use AS ENUM (
    'comment',
    'work_note',
    'both'
);

CREATE TYPE sender_verdict AS ENUM (
    'none',
    'pass',
    'fail'
);

CREATE TYPE task_kind AS ENUM (
    'case',
    'incident',
    'problem',
    'change',
    'request',
    'requested_item',
    'work_order',
    'work_order_task'
);

CREATE TYPE user_kind AS ENUM (
    'internal',
    'contact',
    'consumer'
);

CREATE TYPE watch_list AS ENUM (
    'watch_list',
    'work_notes_list'
);

CREATE FUNCTION add_task_names() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO "task_names" ("id", "kind", "account", "person", "assignee")
    SELECT t."id", t."kind", coalesce(a."name", ''), coalesce(p."name", ''), coalesce(u."name", '')
    FROM "written" t LEFT JOIN "accounts" a ON a."id" = t."account_id"
      LEFT JOIN "users" p ON p."id" = coalesce(t."contact_id", t."consumer_id") LEFT JOIN "users" u ON u."id" = t."assigned_to_id";
  RETURN NULL;
END $$;

CREATE FUNCTION check_hold_reason() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF EXISTS (SELECT FROM "tasks" JOIN "incidents" USING ("id")
             WHERE "id" = NEW."id" AND ("state" = 'on_hold') <> ("hold_reason" IS NOT NULL)) THEN
    RAISE EXCEPTION 'INC-1: an incident on hold has a reason, others have none' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION check_list_of_major_case() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "cases" WHERE "id" = NEW."major_case_id" AND "major_case_state" = 'accepted') THEN
    RAISE EXCEPTION 'MAJ-5: a recipients list belongs to a major case' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION check_no_child_is_left() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF EXISTS (SELECT FROM "cases" "child" JOIN "tasks" USING ("id") JOIN "cases" "major" ON "major"."id" = "child"."parent_id"
             WHERE "major"."id" = NEW."id" AND "tasks"."active" AND "major"."major_case_state" IS DISTINCT FROM 'accepted') THEN
    RAISE EXCEPTION 'MAJ-10: a case that is no major case has no active child' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION check_parent_is_major() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF EXISTS (SELECT FROM "cases" "child" JOIN "tasks" USING ("id") JOIN "cases" "major" ON "major"."id" = "child"."parent_id"
             WHERE "child"."id" = NEW."id" AND "tasks"."active" AND "major"."major_case_state" IS DISTINCT FROM 'accepted') THEN
    RAISE EXCEPTION 'MAJ-4: the parent of a case is a major case' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION end_links_of_person() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  DELETE FROM "one_time_tokens" WHERE "user_id" = NEW."id";
  RETURN NULL;
END $$;

CREATE FUNCTION folded(text text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN (octet_length(text) = length(text)) THEN lower(text) ELSE NORMALIZE(replace(replace(replace(replace(translate(regexp_replace(lower(NORMALIZE(text, NFKD)), '[\u0300-\u036f]'::text, ''::text, 'g'::text), 'łøđħıŧðς'::text, 'lodhitdσ'::text), 'ß'::text, 'ss'::text), 'æ'::text, 'ae'::text), 'œ'::text, 'oe'::text), 'þ'::text, 'th'::text), NFC) END;

CREATE FUNCTION forget_unreachable_address() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  NEW."unreachable_since" := NULL;
  NEW."unreachable_reason" := '';
  RETURN NEW;
END $$;

CREATE FUNCTION keep_fixed_list() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF OLD."fixed_at" IS NULL THEN
    RETURN COALESCE(NEW, OLD);
  END IF;
  IF TG_OP = 'DELETE' OR (NEW."id", NEW."major_case_id", NEW."of", NEW."fixed_at")
     IS DISTINCT FROM (OLD."id", OLD."major_case_id", OLD."of", OLD."fixed_at") THEN
    RAISE EXCEPTION 'MAJ-5: a list of which child cases were made is only extended' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION keep_journal_texts() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  INSERT INTO "journal_texts" ("entry_id", "cause_id", "created_at", "search")
    SELECT (array_agg("id"))[1], "cause_id", min("created_at"), to_tsvector('simple', "search_words"("text"))
    FROM "written" GROUP BY "cause_id", "text";
  RETURN NULL;
END $$;

CREATE FUNCTION keep_recipient() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT FROM "recipients_lists" WHERE "id" = OLD."list_id" AND "fixed_at" IS NOT NULL) THEN
      RAISE EXCEPTION 'MAJ-5: a list of which child cases were made is only extended' USING ERRCODE = 'check_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF (NEW."list_id", NEW."account_id", NEW."consumer_id") IS DISTINCT FROM (OLD."list_id", OLD."account_id", OLD."consumer_id")
     OR (OLD."case_id" IS NOT NULL AND NEW."case_id" IS DISTINCT FROM OLD."case_id") THEN
    RAISE EXCEPTION 'MAJ-5: a recipient keeps customer and case' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION keep_task_names() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  UPDATE "task_names" n SET "account" = coalesce(a."name", ''), "person" = coalesce(p."name", ''), "assignee" = coalesce(u."name", '')
    FROM "before" b JOIN "written" t ON t."id" = b."id" LEFT JOIN "accounts" a ON a."id" = t."account_id"
      LEFT JOIN "users" p ON p."id" = coalesce(t."contact_id", t."consumer_id") LEFT JOIN "users" u ON u."id" = t."assigned_to_id"
    WHERE n."id" = t."id" AND (b."account_id", b."contact_id", b."consumer_id", b."assigned_to_id")
      IS DISTINCT FROM (t."account_id", t."contact_id", t."consumer_id", t."assigned_to_id");
  RETURN NULL;
END $$;

CREATE FUNCTION mail_is_elsewhere() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM incoming_mails WHERE id = NEW.mail_id AND outcome IN ('filed', 'opened_case') AND task_id <> NEW.task_id) THEN
    RAISE EXCEPTION 'MAIL-5: only a mail that stands in another case is moved' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION next_account_number() RETURNS text
    LANGUAGE sql
    AS $$
  SELECT 'ACCT' || lpad(nextval('account_numbers')::text, 7, '0')
$$;

CREATE FUNCTION next_article_number() RETURNS text
    LANGUAGE sql
    AS $$
  SELECT 'KB' || lpad(nextval('article_numbers')::text, 7, '0')
$$;

CREATE FUNCTION refuse_change_of_closed_case() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION 'CASE-5: a closed case is read-only' USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION refuse_ci_circle() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION refuse_entries_of_closed_cases() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF EXISTS (SELECT FROM "written" JOIN "tasks" ON "tasks"."id" = "written"."task_id"
             WHERE "tasks"."kind" = 'case' AND "tasks"."state" IN ('closed', 'cancelled')) THEN
    RAISE EXCEPTION 'CASE-5: a closed case is read-only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION refuse_rewriting() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION refuse_undo_of_cascade() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "causes" c WHERE c."id" = NEW."cause_id" AND c."actor_id" = NEW."undone_by_id"
      AND 'SYNC-INC-5' = ANY(c."rules") AND c."at" > clock_timestamp() - interval '10 minutes'
  ) THEN
    RAISE EXCEPTION 'only who caused a cascade undoes it, within ten minutes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION refuse_write_to_closed_case() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF EXISTS (SELECT FROM "tasks" WHERE "id" = NEW."id" AND "state" IN ('closed', 'cancelled')) THEN
    RAISE EXCEPTION 'CASE-5: a closed case is read-only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION rename_account_of_tasks() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  UPDATE "task_names" n SET "account" = NEW."name" FROM "tasks" t WHERE t."id" = n."id" AND t."account_id" = NEW."id";
  RETURN NULL;
END $$;

CREATE FUNCTION rename_person_of_tasks() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  UPDATE "task_names" n SET "person" = NEW."name" FROM "tasks" t
    WHERE t."id" = n."id" AND coalesce(t."contact_id", t."consumer_id") = NEW."id" AND NEW."kind" <> 'internal';
  UPDATE "task_names" n SET "assignee" = NEW."name" FROM "tasks" t
    WHERE t."id" = n."id" AND t."assigned_to_id" = NEW."id" AND NEW."kind" = 'internal';
  RETURN NULL;
END $$;

CREATE FUNCTION search_words(text text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN (octet_length(text) = length(text)) THEN lower(text) ELSE regexp_replace(folded(text), '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff])'::text, ' \1 '::text, 'g'::text) END;

CREATE FUNCTION task_state_position(kind task_kind, state text) RETURNS smallint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (COALESCE(array_position(CASE kind WHEN 'case'::task_kind THEN ARRAY['new'::text, 'open'::text, 'awaiting_info'::text, 'resolved'::text, 'closed'::text, 'cancelled'::text] WHEN 'incident'::task_kind THEN ARRAY['new'::text, 'in_progress'::text, 'on_hold'::text, 'resolved'::text, 'closed'::text, 'canceled'::text] WHEN 'problem'::task_kind THEN ARRAY['new'::text, 'assess'::text, 'root_cause_analysis'::text, 'fix_in_progress'::text, 'resolved'::text, 'closed'::text] WHEN 'change'::task_kind THEN ARRAY['new'::text, 'assess'::text, 'authorize'::text, 'scheduled'::text, 'implement'::text, 'review'::text, 'closed'::text, 'canceled'::text] WHEN 'request'::task_kind THEN ARRAY['requested'::text, 'approved'::text, 'closed_complete'::text, 'closed_incomplete'::text, 'closed_cancelled'::text, 'closed_rejected'::text] WHEN 'requested_item'::task_kind THEN ARRAY['pending'::text, 'open'::text, 'work_in_progress'::text, 'closed_complete'::text, 'closed_incomplete'::text, 'closed_skipped'::text] WHEN 'work_order'::task_kind THEN ARRAY['draft'::text, 'awaiting_qualification'::text, 'qualified'::text, 'ready_for_dispatch'::text, 'assigned'::text, 'accepted'::text, 'work_in_progress'::text, 'closed_complete'::text, 'closed_incomplete'::text, 'canceled'::text] WHEN 'work_order_task'::task_kind THEN ARRAY['draft'::text, 'pending_dispatch'::text, 'scheduled'::text, 'assigned'::text, 'accepted'::text, 'work_in_progress'::text, 'closed_complete'::text, 'closed_incomplete'::text, 'cancelled'::text] ELSE '{}'::text[] END, state), 0))::smallint;

CREATE FUNCTION uuid_v7() RETURNS uuid
    LANGUAGE sql PARALLEL SAFE
    AS $$
  SELECT encode(
    set_bit(
      set_bit(
        overlay(uuid_send(gen_random_uuid())
          PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
        52, 1),
      53, 1),
    'hex')::uuid
$$;

CREATE SEQUENCE account_numbers
    START WITH 1001
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE accounts (
    id uuid DEFAULT uuid_v7() NOT NULL,
    number text DEFAULT next_account_number() NOT NULL,
    name text NOT NULL,
    primary_contact_id uuid,
    parent_id uuid,
    partner boolean DEFAULT false NOT NULL,
    contract_value numeric(14,2) DEFAULT 0 NOT NULL,
    phone text DEFAULT ''::text NOT NULL,
    address text DEFAULT ''::text NOT NULL,
    created_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    assignment_group_id uuid,
    CONSTRAINT accounts_not_own_parent CHECK ((parent_id <> id))
);

CREATE TABLE answered_calls (
    person_id uuid NOT NULL,
    id text NOT NULL,
    fingerprint text NOT NULL,
    answer jsonb,
    at timestamp(3) with time zone NOT NULL
);

CREATE TABLE appointment_changes (
    appointment_id uuid NOT NULL,
    sequence integer NOT NULL,
    starts_at timestamp(3) with time zone NOT NULL,
    ends_at timestamp(3) with time zone NOT NULL,
    technician_id uuid,
    changed_by_id uuid,
    changed_at timestamp(3) with time zone NOT NULL,
    reason text DEFAULT ''::text NOT NULL
);

CREATE TABLE appointments (
    id uuid NOT NULL,
    task_id uuid NOT NULL,
    technician_id uuid,
    state appointment_state NOT NULL,
    starts_at timestamp(3) with time zone NOT NULL,
    ends_at timestamp(3) with time zone NOT NULL,
    occupied_from timestamp(3) with time zone NOT NULL,
    occupied_to timestamp(3) with time zone NOT NULL,
    time_zone text NOT NULL,
    held_until timestamp(3) with time zone,
    uid text NOT NULL,
    sequence integer DEFAULT 0 NOT NULL,
    booked_by_id uuid,
    created_at timestamp(3) with time zone NOT NULL,
    reminded_of timestamp(3) with time zone,
    CONSTRAINT appointments_held CHECK ((((state = 'held'::appointment_state) = (held_until IS NOT NULL)) AND ((state <> 'held'::appointment_state) OR (technician_id IS NOT NULL)))),
    CONSTRAINT appointments_occupied CHECK (((occupied_from <= starts_at) AND (ends_at <= occupied_to))),
    CONSTRAINT appointments_sequence CHECK ((sequence >= 0)),
    CONSTRAINT appointments_window CHECK ((starts_at < ends_at)),
    CONSTRAINT appointments_zone CHECK ((time_zone <> ''::text))
);

CREATE TABLE approvals (
    id uuid DEFAULT uuid_v7() NOT NULL,
    task_id uuid NOT NULL,
    approver_id uuid NOT NULL,
    stage text NOT NULL,
    round integer NOT NULL,
    answer text DEFAULT 'requested'::text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    requested_at timestamp(3) with time zone NOT NULL,
    answered_at timestamp(3) with time zone,
    CONSTRAINT approvals_answer CHECK ((answer = ANY (ARRAY['requested'::text, 'approved'::text, 'rejected'::text, 'not_needed'::text]))),
    CONSTRAINT approvals_rejected_with_reason CHECK (((answer <> 'rejected'::text) OR (reason <> ''::text)))
);

CREATE SEQUENCE article_numbers
    START WITH 10001
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE articles (
    id uuid DEFAULT uuid_v7() NOT NULL,
    number text DEFAULT next_article_number() NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    readers article_readers DEFAULT 'internal'::article_readers NOT NULL,
    published_at timestamp(3) with time zone,
    author_id uuid,
    created_at timestamp(3) with time zone NOT NULL,
    updated_at timestamp(3) with time zone NOT NULL
);

CREATE TABLE assets (
    id uuid DEFAULT uuid_v7() NOT NULL,
    tag text NOT NULL,
    serial text DEFAULT ''::text NOT NULL,
    product_id uuid NOT NULL,
    account_id uuid,
    consumer_id uuid,
    CONSTRAINT assets_one_owner CHECK ((num_nonnulls(account_id, consumer_id) <= 1))
);

CREATE TABLE attachments (
    id uuid DEFAULT uuid_v7() NOT NULL,
    task_id uuid NOT NULL,
    name text NOT NULL,
    content_type text NOT NULL,
    size integer NOT NULL,
    sha256 text NOT NULL,
    uploaded_by_id uuid,
    created_at timestamp(3) with time zone NOT NULL
);

CREATE TABLE audit_entries (
    id uuid DEFAULT uuid_v7() NOT NULL,
    at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    actor_id uuid,
    action text NOT NULL,
    subject text NOT NULL,
    old_value jsonb,
    new_value jsonb,
    undoes uuid
);

CREATE TABLE blocked_sign_ins (
    address text NOT NULL,
    attempts integer NOT NULL,
    last_source text NOT NULL,
    since timestamp(3) with time zone NOT NULL
);

CREATE TABLE business_rules (
    id text NOT NULL,
    active boolean DEFAULT true NOT NULL
);

CREATE UNLOGGED TABLE call_counts (
    person_id uuid NOT NULL,
    "limit" text NOT NULL,
    minute integer NOT NULL,
    calls integer NOT NULL
)
WITH (fillfactor='50');

CREATE TABLE cascade_left (
    cause_id uuid NOT NULL,
    case_id uuid NOT NULL,
    reason text NOT NULL
);

CREATE TABLE cascade_undos (
    cause_id uuid NOT NULL,
    undone_by_id uuid NOT NULL,
    undone_at timestamp(3) with time zone NOT NULL,
    restored integer NOT NULL
);

CREATE TABLE case_articles (
    case_id uuid NOT NULL,
    article_id uuid NOT NULL
);

CREATE TABLE case_colleagues (
    case_id uuid NOT NULL,
    user_id uuid NOT NULL,
    may_answer boolean NOT NULL,
    added_by_id uuid NOT NULL,
    added_at timestamp(3) with time zone NOT NULL
);

CREATE SEQUENCE case_numbers
    START WITH 1001
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE cases (
    id uuid NOT NULL,
    channel text DEFAULT 'web'::text NOT NULL,
    product_id uuid,
    asset_id uuid,
    install_base_item_id uuid,
    partner_id uuid,
    partner_contact_id uuid,
    proactive boolean DEFAULT false NOT NULL,
    parent_id uuid,
    major_case_state text,
    probable_cause text DEFAULT ''::text NOT NULL,
    resolution_code text,
    cause text DEFAULT ''::text NOT NULL,
    resolution_notes text DEFAULT ''::text NOT NULL,
    add_resolution_notes_to_comments boolean DEFAULT false NOT NULL,
    incident_id uuid,
    reminded_at timestamp(3) with time zone,
    caused_by_change_id uuid,
    change_id uuid,
    code_confirmation text DEFAULT ''::text NOT NULL,
    problem_id uuid,
    business_impact text DEFAULT ''::text NOT NULL,
    do_not_resolve boolean DEFAULT false NOT NULL,
    do_not_resolve_reason text DEFAULT ''::text NOT NULL,
    answered_at timestamp(3) with time zone,
    waits_since timestamp(3) with time zone,
    sensitive boolean DEFAULT false NOT NULL,
    initiated_as_request boolean DEFAULT false NOT NULL,
    CONSTRAINT cases_major_case_state CHECK ((major_case_state = ANY (ARRAY['proposed'::text, 'accepted'::text, 'rejected'::text, 'cancelled'::text]))),
    CONSTRAINT cases_mark_has_a_reason CHECK ((do_not_resolve = (do_not_resolve_reason ~ '\S'::text))),
    CONSTRAINT cases_not_own_parent CHECK ((parent_id <> id)),
    CONSTRAINT cases_two_generations CHECK (((parent_id IS NULL) OR (major_case_state IS NULL) OR (major_case_state = ANY (ARRAY['rejected'::text, 'cancelled'::text]))))
);

CREATE TABLE catalog_categories (
    id uuid DEFAULT uuid_v7() NOT NULL,
    name text NOT NULL
);

CREATE TABLE catalog_items (
    id uuid DEFAULT uuid_v7() NOT NULL,
    name text NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    category_id uuid NOT NULL,
    price_cents integer DEFAULT 0 NOT NULL,
    delivery_days integer DEFAULT 3 NOT NULL,
    approval_group_id uuid,
    fulfilment_group_id uuid,
    active boolean DEFAULT true NOT NULL,
    approved_by_customer boolean DEFAULT false NOT NULL,
    CONSTRAINT catalog_items_amounts CHECK (((price_cents >= 0) AND (delivery_days >= 0)))
);

CREATE TABLE causes (
    id uuid DEFAULT uuid_v7() NOT NULL,
    at timestamp(3) with time zone NOT NULL,
    actor_id uuid,
    task_id uuid NOT NULL,
    command text NOT NULL,
    rules text[],
    written integer DEFAULT 0 NOT NULL,
    on_behalf_of text,
    is_plain boolean DEFAULT false NOT NULL
);

CREATE SEQUENCE change_numbers
    START WITH 30001
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE change_templates (
    id uuid DEFAULT uuid_v7() NOT NULL,
    name text NOT NULL,
    category text NOT NULL,
    active boolean DEFAULT true NOT NULL,
    short_description text NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    risk text DEFAULT 'low'::text NOT NULL,
    justification text DEFAULT ''::text NOT NULL,
    implementation_plan text DEFAULT ''::text NOT NULL,
    backout_plan text DEFAULT ''::text NOT NULL,
    test_plan text DEFAULT ''::text NOT NULL
);

CREATE TABLE changes (
    id uuid NOT NULL,
    type text DEFAULT 'normal'::text NOT NULL,
    template_id uuid,
    category text DEFAULT 'Other'::text NOT NULL,
    risk text DEFAULT 'moderate'::text NOT NULL,
    requested_by_id uuid,
    caller_id uuid,
    planned_start timestamp(3) with time zone,
    planned_end timestamp(3) with time zone,
    on_hold boolean DEFAULT false NOT NULL,
    on_hold_reason text DEFAULT ''::text NOT NULL,
    justification text DEFAULT ''::text NOT NULL,
    implementation_plan text DEFAULT ''::text NOT NULL,
    backout_plan text DEFAULT ''::text NOT NULL,
    test_plan text DEFAULT ''::text NOT NULL,
    close_code text,
    close_notes text DEFAULT ''::text NOT NULL,
    cancel_reason text DEFAULT ''::text NOT NULL,
    approval_group_id uuid,
    approval text DEFAULT 'not_requested'::text NOT NULL,
    CONSTRAINT changes_hold_has_reason CHECK ((on_hold = (on_hold_reason <> ''::text))),
    CONSTRAINT changes_standard_has_template CHECK (((type = 'standard'::text) = (template_id IS NOT NULL))),
    CONSTRAINT changes_type CHECK ((type = ANY (ARRAY['normal'::text, 'standard'::text, 'emergency'::text]))),
    CONSTRAINT changes_window CHECK ((planned_end > planned_start))
);

CREATE TABLE child_case_runs (
    id uuid NOT NULL,
    list_id uuid NOT NULL,
    comment text NOT NULL,
    started_by_id uuid NOT NULL,
    state child_run_state DEFAULT 'running'::child_run_state NOT NULL,
    created_at timestamp(3) with time zone NOT NULL,
    finished_at timestamp(3) with time zone,
    tries integer DEFAULT 0 NOT NULL,
    next_try_at timestamp(3) with time zone,
    problem text DEFAULT ''::text NOT NULL
);

CREATE TABLE ci_relationships (
    parent_id uuid NOT NULL,
    child_id uuid NOT NULL
);

CREATE TABLE configuration_items (
    id uuid DEFAULT uuid_v7() NOT NULL,
    name text NOT NULL,
    class text NOT NULL,
    operational_status text DEFAULT 'Operational'::text NOT NULL,
    assignment_group_id uuid
);

CREATE TABLE consumers (
    id uuid NOT NULL
);

CREATE TABLE contacts (
    id uuid NOT NULL,
    account_id uuid NOT NULL
);

CREATE TABLE days_off (
    id uuid DEFAULT uuid_v7() NOT NULL,
    technician_id uuid NOT NULL,
    from_date date NOT NULL,
    to_date date NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT days_off_dates CHECK ((from_date <= to_date))
);

CREATE TABLE field_changes (
    id uuid DEFAULT uuid_v7() NOT NULL,
    task_id uuid NOT NULL,
    cause_id uuid NOT NULL,
    version integer NOT NULL,
    field text NOT NULL,
    old_value text,
    new_value text,
    old_display text DEFAULT ''::text NOT NULL,
    new_display text DEFAULT ''::text NOT NULL,
    changed_at timestamp(3) with time zone NOT NULL
);

CREATE TABLE field_mappings (
    id uuid DEFAULT uuid_v7() NOT NULL,
    target_field text NOT NULL,
    source_field text NOT NULL,
    fixed_value text DEFAULT ''::text NOT NULL,
    condition_field text DEFAULT 'always'::text NOT NULL,
    condition_value text DEFAULT ''::text NOT NULL,
    "position" integer DEFAULT 100 NOT NULL,
    active boolean DEFAULT true NOT NULL,
    direction text NOT NULL,
    map_id uuid NOT NULL,
    CONSTRAINT field_mappings_one_source CHECK (((source_field = 'fixed'::text) OR (fixed_value = ''::text)))
);

CREATE TABLE field_maps (
    id uuid DEFAULT uuid_v7() NOT NULL,
    name text NOT NULL,
    direction text NOT NULL,
    conditions text DEFAULT ''::text NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    active boolean DEFAULT true NOT NULL,
    created_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);

CREATE TABLE form_files (
    id uuid DEFAULT uuid_v7() NOT NULL,
    session_id uuid NOT NULL,
    form text NOT NULL,
    name text NOT NULL,
    content_type text NOT NULL,
    size integer NOT NULL,
    sha256 text NOT NULL,
    created_at timestamp(3) with time zone NOT NULL
);

CREATE TABLE group_members (
    group_id uuid NOT NULL,
    user_id uuid NOT NULL
);

CREATE TABLE groups (
    id uuid DEFAULT uuid_v7() NOT NULL,
    name text NOT NULL,
    email text,
    manager_id uuid
);

CREATE TABLE inbox_items (
    id uuid DEFAULT uuid_v7() NOT NULL,
    user_id uuid NOT NULL,
    task_id uuid NOT NULL,
    cause_id uuid NOT NULL,
    entry_id uuid,
    reason inbox_reason NOT NULL,
    records integer DEFAULT 1 NOT NULL,
    created_at timestamp(3) with time zone NOT NULL,
    read_at timestamp(3) with time zone
);

CREATE SEQUENCE incident_numbers
    START WITH 10001
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE incidents (
    id uuid NOT NULL,
    caller_id uuid,
    category text DEFAULT 'inquiry'::text NOT NULL,
    subcategory text DEFAULT ''::text NOT NULL,
    service_id uuid,
    contact_type text DEFAULT 'self-service'::text NOT NULL,
    hold_reason text,
    resolution_code text,
    resolution_notes text DEFAULT ''::text NOT NULL,
    probable_cause text DEFAULT ''::text NOT NULL,
    caused_by_change_id uuid,
    change_id uuid,
    problem_id uuid,
    CONSTRAINT incidents_hold_reason CHECK ((hold_reason = ANY (ARRAY['awaiting_caller'::text, 'awaiting_change'::text, 'awaiting_problem'::text, 'awaiting_vendor'::text])))
);

CREATE TABLE incoming_mails (
    id uuid DEFAULT uuid_v7() NOT NULL,
    message_id text NOT NULL,
    received_at timestamp(3) with time zone NOT NULL,
    source incoming_source NOT NULL,
    raw bytea NOT NULL,
    from_address text DEFAULT ''::text NOT NULL,
    from_name text DEFAULT ''::text NOT NULL,
    to_addresses text[] DEFAULT '{}'::text[] NOT NULL,
    subject text DEFAULT ''::text NOT NULL,
    text text DEFAULT ''::text NOT NULL,
    sender_id uuid,
    verdict sender_verdict DEFAULT 'none'::sender_verdict NOT NULL,
    authentication text DEFAULT ''::text NOT NULL,
    outcome incoming_outcome DEFAULT 'received'::incoming_outcome NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    task_id uuid,
    answers_id uuid,
    entry_id uuid,
    reviewed_by_id uuid,
    reviewed_at timestamp(3) with time zone,
    came_from text DEFAULT ''::text NOT NULL,
    from_stranger boolean DEFAULT false NOT NULL,
    unreadable text DEFAULT ''::text NOT NULL,
    whole_text text DEFAULT ''::text NOT NULL,
    follows_id uuid,
    CONSTRAINT incoming_mails_because CHECK (((outcome = ANY (ARRAY['received'::incoming_outcome, 'filed'::incoming_outcome, 'opened_case'::incoming_outcome])) OR (reason <> ''::text))),
    CONSTRAINT incoming_mails_changed_nothing CHECK (((entry_id IS NULL) OR (outcome = ANY (ARRAY['filed'::incoming_outcome, 'opened_case'::incoming_outcome])))),
    CONSTRAINT incoming_mails_discarded_by CHECK (((outcome <> 'discarded'::incoming_outcome) OR (reviewed_by_id IS NOT NULL))),
    CONSTRAINT incoming_mails_filed_somewhere CHECK (((outcome <> ALL (ARRAY['filed'::incoming_outcome, 'opened_case'::incoming_outcome])) OR (task_id IS NOT NULL))),
    CONSTRAINT incoming_mails_reviewed CHECK (((reviewed_by_id IS NULL) = (reviewed_at IS NULL)))
);

CREATE TABLE install_base_items (
    id uuid DEFAULT uuid_v7() NOT NULL,
    name text NOT NULL,
    product_id uuid NOT NULL,
    configuration_item_id uuid NOT NULL,
    account_id uuid,
    consumer_id uuid,
    CONSTRAINT install_base_items_one_owner CHECK ((num_nonnulls(account_id, consumer_id) = 1))
);

CREATE TABLE integrations (
    id text NOT NULL,
    active boolean DEFAULT true NOT NULL
);

CREATE TABLE job_runs (
    name text NOT NULL,
    started_at timestamp(3) with time zone NOT NULL,
    finished_at timestamp(3) with time zone,
    result text DEFAULT ''::text NOT NULL,
    error text DEFAULT ''::text NOT NULL,
    CONSTRAINT job_runs_one_outcome CHECK (((result = ''::text) OR (error = ''::text)))
);

CREATE TABLE journal_entries (
    id uuid DEFAULT uuid_v7() NOT NULL,
    task_id uuid NOT NULL,
    type journal_type NOT NULL,
    author_id uuid,
    text text NOT NULL,
    created_at timestamp(3) with time zone NOT NULL,
    cause_id uuid NOT NULL,
    source_task_id uuid,
    source_entry_id uuid,
    lines jsonb,
    CONSTRAINT journal_entries_written_by_rules CHECK (((lines IS NULL) OR ((author_id IS NULL) AND (source_task_id IS NOT NULL) AND (source_task_id <> task_id))))
);

CREATE TABLE journal_texts (
    entry_id uuid NOT NULL,
    cause_id uuid NOT NULL,
    created_at timestamp(3) with time zone NOT NULL,
    search tsvector NOT NULL
);

CREATE TABLE mail_moves (
    mail_id uuid NOT NULL,
    task_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    moved_by_id uuid NOT NULL,
    moved_at timestamp(3) with time zone NOT NULL
);

CREATE TABLE mails (
    id uuid DEFAULT uuid_v7() NOT NULL,
    cause_id uuid,
    task_id uuid,
    event text NOT NULL,
    recipient_id uuid,
    address text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    status mail_status NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    created_at timestamp(3) with time zone NOT NULL,
    last_error text DEFAULT ''::text NOT NULL,
    message_id text NOT NULL,
    next_try_at timestamp(3) with time zone,
    reply_token text,
    facts jsonb DEFAULT '{}'::jsonb NOT NULL,
    sent_at timestamp(3) with time zone,
    held boolean DEFAULT false NOT NULL,
    CONSTRAINT mails_about_something CHECK ((((task_id IS NULL) = (cause_id IS NULL)) AND ((task_id IS NOT NULL) OR ((recipient_id IS NOT NULL) AND (reply_token IS NULL))))),
    CONSTRAINT mails_answered_by_recipient CHECK (((reply_token IS NULL) OR (recipient_id IS NOT NULL))),
    CONSTRAINT mails_due_while_queued CHECK (((next_try_at IS NOT NULL) = (status = 'queued'::mail_status))),
    CONSTRAINT mails_failed_because CHECK (((status <> 'failed'::mail_status) OR (last_error <> ''::text))),
    CONSTRAINT mails_held_because CHECK (((status <> 'suppressed'::mail_status) OR (reason <> ''::text))),
    CONSTRAINT mails_named_after_row CHECK (starts_with(message_id, (('<'::text || (id)::text) || '@'::text))),
    CONSTRAINT mails_reply_token_is_long CHECK ((reply_token ~ '^[0-9a-f]{32}$'::text)),
    CONSTRAINT mails_sent_at CHECK (((sent_at IS NULL) OR (status = ANY (ARRAY['sent'::mail_status, 'failed'::mail_status])))),
    CONSTRAINT mails_tries CHECK ((tries >= 0))
);

CREATE TABLE message_templates (
    id uuid DEFAULT uuid_v7() NOT NULL,
    name text NOT NULL,
    text text NOT NULL,
    active boolean DEFAULT true NOT NULL
);

CREATE TABLE notify_case_people (
    run_id uuid NOT NULL,
    case_id uuid NOT NULL,
    user_id uuid NOT NULL
);

CREATE TABLE notify_cases (
    run_id uuid NOT NULL,
    case_id uuid NOT NULL,
    state notify_case_state DEFAULT 'queued'::notify_case_state NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    noted boolean DEFAULT false NOT NULL,
    entry_id uuid,
    CONSTRAINT notify_cases_entry_when_told CHECK (((entry_id IS NULL) OR (state = 'told'::notify_case_state))),
    CONSTRAINT notify_cases_skipped_because CHECK (((state = 'skipped'::notify_case_state) = (reason <> ''::text)))
);

CREATE TABLE notify_people (
    run_id uuid NOT NULL,
    user_id uuid NOT NULL,
    state notify_person_state DEFAULT 'queued'::notify_person_state NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    mail_id uuid,
    told_at timestamp(3) with time zone,
    noted boolean DEFAULT false NOT NULL,
    CONSTRAINT notify_people_mailed_once CHECK (((state = 'mailed'::notify_person_state) = (mail_id IS NOT NULL))),
    CONSTRAINT notify_people_skipped_because CHECK (((state = 'skipped'::notify_person_state) = (reason <> ''::text)))
);

CREATE TABLE notify_runs (
    id uuid NOT NULL,
    source_id uuid NOT NULL,
    text text NOT NULL,
    sender_id uuid NOT NULL,
    state notify_run_state NOT NULL,
    created_at timestamp(3) with time zone NOT NULL,
    confirmed_by_id uuid,
    finished_at timestamp(3) with time zone,
    tries integer DEFAULT 0 NOT NULL,
    next_try_at timestamp(3) with time zone,
    problem text DEFAULT ''::text NOT NULL,
    answers boolean DEFAULT false NOT NULL,
    CONSTRAINT notify_runs_finished CHECK (((finished_at IS NOT NULL) = (state = 'done'::notify_run_state))),
    CONSTRAINT notify_runs_text_length CHECK (((char_length(text) >= 1) AND (char_length(text) <= 32000))),
    CONSTRAINT notify_runs_tried CHECK (((tries >= 0) AND ((tries = 0) = (problem = ''::text)))),
    CONSTRAINT notify_runs_two_people CHECK ((confirmed_by_id IS DISTINCT FROM sender_id))
);

CREATE TABLE one_time_tokens (
    hash text NOT NULL,
    purpose text NOT NULL,
    expires_at timestamp(3) with time zone NOT NULL,
    used_at timestamp(3) with time zone,
    user_id uuid,
    CONSTRAINT one_time_tokens_hashed CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT one_time_tokens_purpose CHECK ((purpose = ANY (ARRAY['set-up'::text, 'reset'::text, 'invitation'::text]))),
    CONSTRAINT one_time_tokens_whose CHECK (((purpose = 'set-up'::text) = (user_id IS NULL)))
);

CREATE UNLOGGED TABLE open_streams (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    process integer NOT NULL
);

CREATE TABLE partner_relationships (
    partner_id uuid NOT NULL,
    served_id uuid NOT NULL
);

CREATE TABLE priority_lookups (
    id uuid DEFAULT uuid_v7() NOT NULL,
    impact smallint NOT NULL,
    urgency smallint NOT NULL,
    priority smallint NOT NULL,
    "order" integer NOT NULL,
    active boolean DEFAULT true NOT NULL,
    CONSTRAINT priority_lookups_range CHECK ((((impact >= 1) AND (impact <= 3)) AND ((urgency >= 1) AND (urgency <= 3)) AND ((priority >= 1) AND (priority <= 5))))
);

CREATE TABLE proactive_cases (
    case_id uuid NOT NULL,
    source_id uuid NOT NULL,
    account_id uuid,
    consumer_id uuid,
    CONSTRAINT proactive_cases_one_customer CHECK ((num_nonnulls(account_id, consumer_id) = 1))
);

CREATE SEQUENCE problem_numbers
    START WITH 40001
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE problems (
    id uuid NOT NULL,
    first_reported_by_id uuid,
    workaround text DEFAULT ''::text NOT NULL,
    known_error boolean DEFAULT false NOT NULL,
    cause_notes text DEFAULT ''::text NOT NULL,
    fix_notes text DEFAULT ''::text NOT NULL,
    risk_accepted_reason text DEFAULT ''::text NOT NULL,
    cancelled_reason text DEFAULT ''::text NOT NULL,
    resolution_code text,
    duplicate_of_id uuid,
    article_id uuid,
    communicated_workaround text,
    communicated_fix text,
    CONSTRAINT problems_not_own_duplicate CHECK ((duplicate_of_id <> id)),
    CONSTRAINT problems_resolution_code CHECK ((resolution_code = ANY (ARRAY['fix_applied'::text, 'risk_accepted'::text, 'duplicate'::text, 'canceled'::text])))
);

CREATE TABLE products (
    id uuid DEFAULT uuid_v7() NOT NULL,
    name text NOT NULL,
    assignment_group_id uuid
);

CREATE TABLE properties (
    name text NOT NULL,
    value text NOT NULL
);

CREATE TABLE recipients (
    id uuid DEFAULT uuid_v7() NOT NULL,
    list_id uuid NOT NULL,
    of customer_sort NOT NULL,
    account_id uuid,
    consumer_id uuid,
    dynamically_added boolean NOT NULL,
    active_communication boolean DEFAULT true NOT NULL,
    added_at timestamp(3) with time zone NOT NULL,
    added_by_id uuid,
    state recipient_state DEFAULT 'listed'::recipient_state NOT NULL,
    run_id uuid,
    reason text DEFAULT ''::text NOT NULL,
    case_id uuid,
    CONSTRAINT recipients_case_by_state CHECK (((state = ANY (ARRAY['made'::recipient_state, 'had'::recipient_state])) = (case_id IS NOT NULL))),
    CONSTRAINT recipients_never_mixed CHECK (
CASE of
    WHEN 'accounts'::customer_sort THEN ((account_id IS NOT NULL) AND (consumer_id IS NULL))
    ELSE ((consumer_id IS NOT NULL) AND (account_id IS NULL))
END),
    CONSTRAINT recipients_queued_for_run CHECK (((state <> 'queued'::recipient_state) OR (run_id IS NOT NULL)))
);

CREATE TABLE recipients_lists (
    id uuid DEFAULT uuid_v7() NOT NULL,
    major_case_id uuid NOT NULL,
    of customer_sort NOT NULL,
    condition jsonb,
    refreshed_at timestamp(3) with time zone,
    fixed_at timestamp(3) with time zone
);

CREATE TABLE rejected_solutions (
    id uuid DEFAULT uuid_v7() NOT NULL,
    case_id uuid NOT NULL,
    resolution_notes text NOT NULL,
    rejected_at timestamp(3) with time zone NOT NULL,
    resolution_code text DEFAULT ''::text NOT NULL,
    cause text DEFAULT ''::text NOT NULL
);

CREATE TABLE replay_progress (
    number text NOT NULL,
    ordinal integer NOT NULL,
    finished boolean DEFAULT false NOT NULL
);

CREATE TABLE reply_marks (
    user_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    read boolean NOT NULL,
    at timestamp(3) with time zone NOT NULL
);

CREATE TABLE reply_templates (
    id uuid DEFAULT uuid_v7() NOT NULL,
    user_id uuid NOT NULL,
    name text NOT NULL,
    text text NOT NULL,
    used_for reply_template_use NOT NULL,
    shared boolean DEFAULT false NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT reply_templates_name_is_a_line CHECK (((char_length(name) <= 80) AND (name ~ '\S'::text) AND (name !~ '[\n\r]'::text))),
    CONSTRAINT reply_templates_text_length CHECK (((char_length(text) >= 1) AND (char_length(text) <= 8000)))
);

CREATE SEQUENCE request_numbers
    START WITH 10001
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE SEQUENCE requested_item_numbers
    START WITH 10001
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE requested_items (
    id uuid NOT NULL,
    request_id uuid NOT NULL,
    catalog_item_id uuid NOT NULL,
    quantity integer NOT NULL,
    price_cents integer NOT NULL,
    stage text NOT NULL,
    approval text DEFAULT 'not_requested'::text NOT NULL,
    due_at timestamp(3) with time zone,
    CONSTRAINT requested_items_quantity CHECK (((quantity >= 1) AND (quantity <= 99)))
);

CREATE TABLE requests (
    id uuid NOT NULL,
    case_id uuid,
    requested_for_id uuid,
    delivery_information text DEFAULT ''::text NOT NULL,
    special_instructions text DEFAULT ''::text NOT NULL
);

CREATE TABLE roles (
    name text NOT NULL,
    audience audience NOT NULL
);

CREATE TABLE saved_views (
    id uuid DEFAULT uuid_v7() NOT NULL,
    user_id uuid NOT NULL,
    list text NOT NULL,
    name text NOT NULL,
    query text NOT NULL,
    shared boolean DEFAULT false NOT NULL
);

CREATE TABLE sessions (
    id uuid DEFAULT uuid_v7() NOT NULL,
    user_id uuid NOT NULL,
    created_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    expires_at timestamp(3) with time zone NOT NULL,
    user_agent text DEFAULT ''::text NOT NULL,
    source text DEFAULT ''::text NOT NULL,
    CONSTRAINT sessions_short_names CHECK (((length(user_agent) <= 300) AND (length(source) <= 100)))
);

CREATE TABLE sign_in_attempts (
    id uuid DEFAULT uuid_v7() NOT NULL,
    key text NOT NULL,
    at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);

CREATE TABLE signing_keys (
    "only" boolean DEFAULT true NOT NULL,
    key bytea NOT NULL,
    CONSTRAINT signing_keys_length CHECK ((octet_length(key) = 32)),
    CONSTRAINT signing_keys_one CHECK ("only")
);

CREATE TABLE task_names (
    id uuid NOT NULL,
    kind task_kind NOT NULL,
    account text DEFAULT ''::text NOT NULL,
    person text DEFAULT ''::text NOT NULL,
    assignee text DEFAULT ''::text NOT NULL
);

CREATE TABLE task_watchers (
    task_id uuid NOT NULL,
    user_id uuid NOT NULL,
    list watch_list NOT NULL
);

CREATE TABLE tasks (
    id uuid DEFAULT uuid_v7() NOT NULL,
    kind task_kind NOT NULL,
    number text NOT NULL,
    short_description text NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    state text NOT NULL,
    active boolean DEFAULT true NOT NULL,
    impact smallint DEFAULT 3 NOT NULL,
    urgency smallint DEFAULT 3 NOT NULL,
    priority smallint DEFAULT 4 NOT NULL,
    account_id uuid,
    contact_id uuid,
    consumer_id uuid,
    configuration_item_id uuid,
    assignment_group_id uuid,
    assigned_to_id uuid,
    opened_at timestamp(3) with time zone NOT NULL,
    opened_by_id uuid,
    resolved_at timestamp(3) with time zone,
    resolved_by_id uuid,
    closed_at timestamp(3) with time zone,
    closed_by_id uuid,
    correlation_id text,
    created_at timestamp(3) with time zone NOT NULL,
    updated_at timestamp(3) with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    search tsvector GENERATED ALWAYS AS ((setweight(to_tsvector('simple'::regconfig, search_words(((number || ' '::text) || short_description))), 'A'::"char") || to_tsvector('simple'::regconfig, search_words(description)))) STORED,
    customer_updated_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT tasks_choices CHECK ((((impact >= 1) AND (impact <= 3)) AND ((urgency >= 1) AND (urgency <= 3)) AND ((priority >= 1) AND (priority <= 5)))),
    CONSTRAINT tasks_description_length CHECK ((length(description) <= 32000)),
    CONSTRAINT tasks_one_customer CHECK ((num_nonnulls(contact_id, consumer_id) <= 1)),
    CONSTRAINT tasks_short_description_length CHECK (((length(short_description) >= 1) AND (length(short_description) <= 160)))
);

CREATE TABLE technician_feeds (
    user_id uuid NOT NULL,
    secret_hash text NOT NULL,
    created_at timestamp(3) with time zone NOT NULL
);

CREATE TABLE technician_skills (
    technician_id uuid NOT NULL,
    skill text NOT NULL,
    CONSTRAINT technician_skills_named CHECK ((btrim(skill) <> ''::text))
);

CREATE TABLE technician_steps (
    step_id uuid NOT NULL,
    user_id uuid NOT NULL,
    task_id uuid NOT NULL,
    kind text NOT NULL,
    done_at timestamp(3) with time zone NOT NULL,
    sent_at timestamp(3) with time zone NOT NULL,
    outcome jsonb NOT NULL
);

CREATE TABLE technicians (
    user_id uuid NOT NULL,
    audience audience DEFAULT 'internal'::audience NOT NULL,
    time_zone text NOT NULL,
    region text DEFAULT ''::text NOT NULL,
    address text DEFAULT ''::text NOT NULL,
    latitude double precision,
    longitude double precision,
    active boolean DEFAULT true NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT technicians_place CHECK ((((latitude IS NULL) = (longitude IS NULL)) AND ((latitude IS NULL) OR (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)) AND ((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)))))),
    CONSTRAINT technicians_staff CHECK ((audience = 'internal'::audience)),
    CONSTRAINT technicians_zone CHECK ((time_zone <> ''::text))
);

CREATE TABLE unreachable_servers (
    name text NOT NULL,
    since timestamp(3) with time zone NOT NULL,
    tries integer NOT NULL,
    error text NOT NULL,
    next_try_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT unreachable_servers_known CHECK ((name = ANY (ARRAY['mail_server'::text, 'mailbox'::text, 'mail_listener'::text]))),
    CONSTRAINT unreachable_servers_tried CHECK ((tries > 0))
);

CREATE TABLE user_roles (
    user_id uuid NOT NULL,
    role text NOT NULL,
    audience audience NOT NULL
);

CREATE TABLE users (
    id uuid DEFAULT uuid_v7() NOT NULL,
    kind user_kind NOT NULL,
    audience audience NOT NULL,
    name text NOT NULL,
    email text,
    password_hash text,
    active boolean DEFAULT true NOT NULL,
    time_zone text,
    language text DEFAULT 'en'::text NOT NULL,
    looked_at timestamp(3) with time zone,
    created_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    unreachable_since timestamp(3) with time zone,
    unreachable_reason text DEFAULT ''::text NOT NULL,
    language_chosen boolean DEFAULT false NOT NULL,
    CONSTRAINT users_audience_of_kind CHECK (((audience = 'internal'::audience) = (kind = 'internal'::user_kind))),
    CONSTRAINT users_email_lower CHECK ((email = lower(email))),
    CONSTRAINT users_internal_has_email CHECK (((kind <> 'internal'::user_kind) OR (email IS NOT NULL))),
    CONSTRAINT users_language CHECK ((language = ANY (ARRAY['en'::text, 'ko'::text]))),
    CONSTRAINT users_unreachable_address CHECK (((unreachable_since IS NULL) OR (email IS NOT NULL))),
    CONSTRAINT users_unreachable_because CHECK (((unreachable_since IS NULL) = (unreachable_reason = ''::text)))
);

CREATE TABLE visits (
    user_id uuid NOT NULL,
    task_id uuid NOT NULL,
    at timestamp(3) with time zone NOT NULL
);

CREATE SEQUENCE work_order_numbers
    START WITH 10001
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE SEQUENCE work_order_task_numbers
    START WITH 10001
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE work_order_tasks (
    id uuid NOT NULL,
    work_order_id uuid NOT NULL,
    case_id uuid,
    asset_id uuid,
    follows_on_from_id uuid,
    planned_start timestamp(3) with time zone,
    planned_end timestamp(3) with time zone,
    planned_minutes integer,
    actual_start timestamp(3) with time zone,
    actual_end timestamp(3) with time zone,
    actual_minutes integer,
    CONSTRAINT work_order_tasks_actual CHECK ((actual_start <= actual_end)),
    CONSTRAINT work_order_tasks_follows_another CHECK ((follows_on_from_id <> id)),
    CONSTRAINT work_order_tasks_minutes CHECK (((planned_minutes > 0) AND (actual_minutes >= 0))),
    CONSTRAINT work_order_tasks_planned CHECK ((planned_start < planned_end))
);

CREATE TABLE work_orders (
    id uuid NOT NULL,
    case_id uuid,
    caller_id uuid,
    company_id uuid,
    asset_id uuid,
    partner_id uuid,
    partner_contact_id uuid,
    address text DEFAULT ''::text NOT NULL,
    time_zone text DEFAULT ''::text NOT NULL
);

CREATE TABLE working_hours (
    id uuid DEFAULT uuid_v7() NOT NULL,
    technician_id uuid NOT NULL,
    weekday smallint NOT NULL,
    from_minute smallint NOT NULL,
    to_minute smallint NOT NULL,
    valid_from date,
    valid_to date,
    CONSTRAINT working_hours_minutes CHECK ((((from_minute >= 0) AND (from_minute <= 1439)) AND ((to_minute >= 0) AND (to_minute <= 1439)))),
    CONSTRAINT working_hours_valid CHECK ((valid_from <= valid_to)),
    CONSTRAINT working_hours_weekday CHECK (((weekday >= 1) AND (weekday <= 7)))
);

ALTER TABLE ONLY accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY answered_calls
    ADD CONSTRAINT answered_calls_pkey PRIMARY KEY (person_id, id);

ALTER TABLE ONLY appointment_changes
    ADD CONSTRAINT appointment_changes_pkey PRIMARY KEY (appointment_id, sequence);

ALTER TABLE ONLY appointments
    ADD CONSTRAINT appointments_no_overlap EXCLUDE USING gist (technician_id WITH =, task_id WITH <>, tstzrange(occupied_from, occupied_to) WITH &&) WHERE ((state = ANY (ARRAY['held'::appointment_state, 'booked'::appointment_state]))) DEFERRABLE;

ALTER TABLE ONLY appointments
    ADD CONSTRAINT appointments_pkey PRIMARY KEY (id);

ALTER TABLE ONLY approvals
    ADD CONSTRAINT approvals_pkey PRIMARY KEY (id);

ALTER TABLE ONLY articles
    ADD CONSTRAINT articles_pkey PRIMARY KEY (id);

ALTER TABLE ONLY assets
    ADD CONSTRAINT assets_pkey PRIMARY KEY (id);

ALTER TABLE ONLY attachments
    ADD CONSTRAINT attachments_pkey PRIMARY KEY (id);

ALTER TABLE ONLY audit_entries
    ADD CONSTRAINT audit_entries_pkey PRIMARY KEY (id);

ALTER TABLE ONLY blocked_sign_ins
    ADD CONSTRAINT blocked_sign_ins_pkey PRIMARY KEY (address);

ALTER TABLE ONLY business_rules
    ADD CONSTRAINT business_rules_pkey PRIMARY KEY (id);

ALTER TABLE ONLY call_counts
    ADD CONSTRAINT call_counts_pkey PRIMARY KEY (person_id, "limit");

ALTER TABLE ONLY cascade_left
    ADD CONSTRAINT cascade_left_pkey PRIMARY KEY (cause_id, case_id);

ALTER TABLE ONLY cascade_undos
    ADD CONSTRAINT cascade_undos_pkey PRIMARY KEY (cause_id);

ALTER TABLE ONLY case_articles
    ADD CONSTRAINT case_articles_pkey PRIMARY KEY (case_id, article_id);

ALTER TABLE ONLY case_colleagues
    ADD CONSTRAINT case_colleagues_pkey PRIMARY KEY (case_id, user_id);

ALTER TABLE ONLY cases
    ADD CONSTRAINT cases_pkey PRIMARY KEY (id);

ALTER TABLE ONLY catalog_categories
    ADD CONSTRAINT catalog_categories_pkey PRIMARY KEY (id);

ALTER TABLE ONLY catalog_items
    ADD CONSTRAINT catalog_items_pkey PRIMARY KEY (id);

ALTER TABLE ONLY causes
    ADD CONSTRAINT causes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY change_templates
    ADD CONSTRAINT change_templates_pkey PRIMARY KEY (id);

ALTER TABLE ONLY changes
    ADD CONSTRAINT changes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY child_case_runs
    ADD CONSTRAINT child_case_runs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY ci_relationships
    ADD CONSTRAINT ci_relationships_pkey PRIMARY KEY (parent_id, child_id);

ALTER TABLE ONLY configuration_items
    ADD CONSTRAINT configuration_items_pkey PRIMARY KEY (id);

ALTER TABLE ONLY consumers
    ADD CONSTRAINT consumers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY contacts
    ADD CONSTRAINT contacts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY days_off
    ADD CONSTRAINT days_off_pkey PRIMARY KEY (id);

ALTER TABLE ONLY field_changes
    ADD CONSTRAINT field_changes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY field_mappings
    ADD CONSTRAINT field_mappings_pkey PRIMARY KEY (id);

ALTER TABLE ONLY field_maps
    ADD CONSTRAINT field_maps_pkey PRIMARY KEY (id);

ALTER TABLE ONLY form_files
    ADD CONSTRAINT form_files_pkey PRIMARY KEY (id);

ALTER TABLE ONLY group_members
    ADD CONSTRAINT group_members_pkey PRIMARY KEY (group_id, user_id);

ALTER TABLE ONLY groups
    ADD CONSTRAINT groups_pkey PRIMARY KEY (id);

ALTER TABLE ONLY inbox_items
    ADD CONSTRAINT inbox_items_pkey PRIMARY KEY (id);

ALTER TABLE ONLY incidents
    ADD CONSTRAINT incidents_pkey PRIMARY KEY (id);

ALTER TABLE ONLY incoming_mails
    ADD CONSTRAINT incoming_mails_pkey PRIMARY KEY (id);

ALTER TABLE ONLY install_base_items
    ADD CONSTRAINT install_base_items_pkey PRIMARY KEY (id);

ALTER TABLE ONLY integrations
    ADD CONSTRAINT integrations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY job_runs
    ADD CONSTRAINT job_runs_pkey PRIMARY KEY (name);

ALTER TABLE ONLY journal_entries
    ADD CONSTRAINT journal_entries_pkey PRIMARY KEY (id);

ALTER TABLE ONLY journal_texts
    ADD CONSTRAINT journal_texts_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY mail_moves
    ADD CONSTRAINT mail_moves_pkey PRIMARY KEY (mail_id, task_id);

ALTER TABLE ONLY mails
    ADD CONSTRAINT mails_pkey PRIMARY KEY (id);

ALTER TABLE ONLY message_templates
    ADD CONSTRAINT message_templates_pkey PRIMARY KEY (id);

ALTER TABLE ONLY notify_case_people
    ADD CONSTRAINT notify_case_people_pkey PRIMARY KEY (run_id, user_id, case_id);

ALTER TABLE ONLY notify_cases
    ADD CONSTRAINT notify_cases_pkey PRIMARY KEY (run_id, case_id);

ALTER TABLE ONLY notify_people
    ADD CONSTRAINT notify_people_pkey PRIMARY KEY (run_id, user_id);

ALTER TABLE ONLY notify_runs
    ADD CONSTRAINT notify_runs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY one_time_tokens
    ADD CONSTRAINT one_time_tokens_pkey PRIMARY KEY (hash);

ALTER TABLE ONLY open_streams
    ADD CONSTRAINT open_streams_pkey PRIMARY KEY (id);

ALTER TABLE ONLY partner_relationships
    ADD CONSTRAINT partner_relationships_pkey PRIMARY KEY (partner_id, served_id);

ALTER TABLE ONLY priority_lookups
    ADD CONSTRAINT priority_lookups_pkey PRIMARY KEY (id);

ALTER TABLE ONLY proactive_cases
    ADD CONSTRAINT proactive_cases_pkey PRIMARY KEY (case_id);

ALTER TABLE ONLY problems
    ADD CONSTRAINT problems_pkey PRIMARY KEY (id);

ALTER TABLE ONLY products
    ADD CONSTRAINT products_pkey PRIMARY KEY (id);

ALTER TABLE ONLY properties
    ADD CONSTRAINT properties_pkey PRIMARY KEY (name);

ALTER TABLE ONLY recipients_lists
    ADD CONSTRAINT recipients_lists_pkey PRIMARY KEY (id);

ALTER TABLE ONLY recipients
    ADD CONSTRAINT recipients_pkey PRIMARY KEY (id);

ALTER TABLE ONLY rejected_solutions
    ADD CONSTRAINT rejected_solutions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY replay_progress
    ADD CONSTRAINT replay_progress_pkey PRIMARY KEY (number);

ALTER TABLE ONLY reply_marks
    ADD CONSTRAINT reply_marks_pkey PRIMARY KEY (user_id, entry_id);

ALTER TABLE ONLY reply_templates
    ADD CONSTRAINT reply_templates_pkey PRIMARY KEY (id);

ALTER TABLE ONLY requested_items
    ADD CONSTRAINT requested_items_pkey PRIMARY KEY (id);

ALTER TABLE ONLY requests
    ADD CONSTRAINT requests_pkey PRIMARY KEY (id);

ALTER TABLE ONLY roles
    ADD CONSTRAINT roles_pkey PRIMARY KEY (name);

ALTER TABLE ONLY saved_views
    ADD CONSTRAINT saved_views_pkey PRIMARY KEY (id);

ALTER TABLE ONLY sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY sign_in_attempts
    ADD CONSTRAINT sign_in_attempts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY signing_keys
    ADD CONSTRAINT signing_keys_pkey PRIMARY KEY ("only");

ALTER TABLE ONLY task_names
    ADD CONSTRAINT task_names_pkey PRIMARY KEY (id);

ALTER TABLE ONLY task_watchers
    ADD CONSTRAINT task_watchers_pkey PRIMARY KEY (task_id, list, user_id);

ALTER TABLE ONLY tasks
    ADD CONSTRAINT tasks_pkey PRIMARY KEY (id);

ALTER TABLE ONLY technician_feeds
    ADD CONSTRAINT technician_feeds_pkey PRIMARY KEY (user_id);

ALTER TABLE ONLY technician_skills
    ADD CONSTRAINT technician_skills_pkey PRIMARY KEY (technician_id, skill);

ALTER TABLE ONLY technician_steps
    ADD CONSTRAINT technician_steps_pkey PRIMARY KEY (step_id);

ALTER TABLE ONLY technicians
    ADD CONSTRAINT technicians_pkey PRIMARY KEY (user_id);

ALTER TABLE ONLY unreachable_servers
    ADD CONSTRAINT unreachable_servers_pkey PRIMARY KEY (name);

ALTER TABLE ONLY user_roles
    ADD CONSTRAINT user_roles_pkey PRIMARY KEY (user_id, role);

ALTER TABLE ONLY users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);

ALTER TABLE ONLY visits
    ADD CONSTRAINT visits_pkey PRIMARY KEY (user_id, task_id);

ALTER TABLE ONLY work_order_tasks
    ADD CONSTRAINT work_order_tasks_pkey PRIMARY KEY (id);

ALTER TABLE ONLY work_orders
    ADD CONSTRAINT work_orders_pkey PRIMARY KEY (id);

ALTER TABLE ONLY working_hours
    ADD CONSTRAINT working_hours_pkey PRIMARY KEY (id);

CREATE INDEX accounts_by_name ON accounts USING btree (name, id);

CREATE UNIQUE INDEX accounts_number_key ON accounts USING btree (number);

CREATE INDEX accounts_parent_id_idx ON accounts USING btree (parent_id);

CREATE UNIQUE INDEX accounts_primary_contact_id_key ON accounts USING btree (primary_contact_id);

CREATE INDEX accounts_words ON accounts USING gin (folded(name) gin_trgm_ops, folded(number) gin_trgm_ops);

CREATE INDEX answered_calls_at_idx ON answered_calls USING btree (at);

CREATE UNIQUE INDEX appointments_one_each ON appointments USING btree (task_id, state) WHERE (state <> 'cancelled'::appointment_state);

CREATE INDEX appointments_task_id_idx ON appointments USING btree (task_id);

CREATE INDEX appointments_technician_id_starts_at_idx ON appointments USING btree (technician_id, starts_at);

CREATE INDEX appointments_to_come ON appointments USING btree (starts_at) WHERE (state = 'booked'::appointment_state);

CREATE UNIQUE INDEX appointments_uid ON appointments USING btree (uid);

CREATE UNIQUE INDEX approvals_once ON approvals USING btree (task_id, round, approver_id);

CREATE INDEX approvals_open ON approvals USING btree (approver_id) WHERE (answer = 'requested'::text);

CREATE UNIQUE INDEX articles_number_key ON articles USING btree (number);

CREATE INDEX articles_search ON articles USING gin (to_tsvector('simple'::regconfig, search_words(((((number || ' '::text) || title) || ' '::text) || text))));

CREATE INDEX articles_updated_at_id_idx ON articles USING btree (updated_at DESC, id DESC);

CREATE UNIQUE INDEX assets_tag_key ON assets USING btree (tag);

CREATE INDEX attachments_task_id_created_at_idx ON attachments USING btree (task_id, created_at);

CREATE INDEX audit_entries_at_id_idx ON audit_entries USING btree (at DESC, id DESC);

CREATE INDEX audit_entries_subject ON audit_entries USING btree (subject, at DESC, id DESC);

CREATE INDEX cascade_left_case ON cascade_left USING btree (case_id);

CREATE INDEX case_colleagues_user_id_idx ON case_colleagues USING btree (user_id);

CREATE INDEX cases_answered ON cases USING btree (answered_at, id) WHERE (answered_at IS NOT NULL);

CREATE INDEX cases_caused_by_change_id_idx ON cases USING btree (caused_by_change_id);

CREATE INDEX cases_change_id_idx ON cases USING btree (change_id);

CREATE INDEX cases_incident_id_idx ON cases USING btree (incident_id);

CREATE INDEX cases_major ON cases USING btree (major_case_state) WHERE (major_case_state IS NOT NULL);

CREATE INDEX cases_parent_id_idx ON cases USING btree (parent_id);

CREATE INDEX cases_problem_id_idx ON cases USING btree (problem_id);

CREATE INDEX cases_product ON cases USING btree (product_id, id DESC);

CREATE INDEX cases_sensitive ON cases USING btree (id) WHERE sensitive;

CREATE UNIQUE INDEX catalog_categories_name_key ON catalog_categories USING btree (name);

CREATE UNIQUE INDEX catalog_items_name_key ON catalog_items USING btree (name);

CREATE INDEX causes_task_id_at_idx ON causes USING btree (task_id, at);

CREATE INDEX causes_with_rules ON causes USING btree (at) WHERE (written > 0);

CREATE UNIQUE INDEX change_templates_name_key ON change_templates USING btree (name);

CREATE INDEX child_case_runs_list ON child_case_runs USING btree (list_id, created_at DESC);

CREATE UNIQUE INDEX child_case_runs_one_at_once ON child_case_runs USING btree (list_id) WHERE (state <> 'done'::child_run_state);

CREATE INDEX child_case_runs_running ON child_case_runs USING btree (id) WHERE (state = 'running'::child_run_state);

CREATE INDEX child_case_runs_started_by_id_idx ON child_case_runs USING btree (started_by_id);

CREATE INDEX ci_relationships_child_id_idx ON ci_relationships USING btree (child_id);

CREATE UNIQUE INDEX configuration_items_name_key ON configuration_items USING btree (name);

CREATE INDEX configuration_items_words ON configuration_items USING gin (folded(name) gin_trgm_ops, folded(class) gin_trgm_ops);

CREATE INDEX contacts_account_id_idx ON contacts USING btree (account_id);

CREATE INDEX days_off_technician_id_to_date_idx ON days_off USING btree (technician_id, to_date);

CREATE UNIQUE INDEX field_changes_once ON field_changes USING btree (task_id, version, field);

CREATE INDEX field_changes_timeline ON field_changes USING btree (task_id, changed_at DESC);

CREATE INDEX field_mappings_map_id_direction_idx ON field_mappings USING btree (map_id, direction);

CREATE UNIQUE INDEX field_maps_direction_name_key ON field_maps USING btree (direction, name);

CREATE UNIQUE INDEX field_maps_id_direction_key ON field_maps USING btree (id, direction);

CREATE INDEX form_files_created_at_idx ON form_files USING btree (created_at);

CREATE INDEX form_files_session_id_form_idx ON form_files USING btree (session_id, form);

CREATE INDEX group_members_user_id_idx ON group_members USING btree (user_id);

CREATE UNIQUE INDEX groups_name_key ON groups USING btree (name);

CREATE INDEX inbox_items_newest ON inbox_items USING btree (user_id, created_at DESC, id DESC);

CREATE UNIQUE INDEX inbox_items_once ON inbox_items USING btree (cause_id, user_id);

CREATE INDEX inbox_items_unread ON inbox_items USING btree (user_id, task_id) WHERE (read_at IS NULL);

CREATE INDEX incidents_caller_id_idx ON incidents USING btree (caller_id);

CREATE INDEX incidents_problem_id_idx ON incidents USING btree (problem_id);

CREATE INDEX incoming_mails_answers ON incoming_mails USING btree (answers_id);

CREATE UNIQUE INDEX incoming_mails_entry ON incoming_mails USING btree (entry_id);

CREATE INDEX incoming_mails_follows ON incoming_mails USING btree (follows_id) WHERE (follows_id IS NOT NULL);

CREATE UNIQUE INDEX incoming_mails_message_id ON incoming_mails USING btree (message_id);

CREATE INDEX incoming_mails_outcome ON incoming_mails USING btree (outcome, received_at);

CREATE INDEX incoming_mails_received ON incoming_mails USING btree (received_at DESC, id DESC);

CREATE INDEX incoming_mails_reviewed ON incoming_mails USING btree (received_at DESC, id DESC) WHERE (reviewed_by_id IS NOT NULL);

CREATE INDEX incoming_mails_sender ON incoming_mails USING btree (from_address, received_at DESC);

CREATE INDEX incoming_mails_strangers ON incoming_mails USING btree (received_at DESC) WHERE from_stranger;

CREATE INDEX incoming_mails_strangers_network ON incoming_mails USING btree (came_from, received_at DESC) WHERE from_stranger;

CREATE INDEX incoming_mails_strangers_outcome ON incoming_mails USING btree (outcome) WHERE from_stranger;

CREATE INDEX incoming_mails_timeline ON incoming_mails USING btree (task_id, received_at DESC);

CREATE INDEX install_base_items_configuration_item_id_idx ON install_base_items USING btree (configuration_item_id);

CREATE INDEX journal_entries_cause ON journal_entries USING btree (cause_id);

CREATE INDEX journal_entries_comments ON journal_entries USING btree (task_id, created_at, id, author_id) WHERE (type = 'comment'::journal_type);

CREATE UNIQUE INDEX journal_entries_one_per_cause ON journal_entries USING btree (task_id, cause_id, type) WHERE (lines IS NOT NULL);

CREATE INDEX journal_entries_timeline ON journal_entries USING btree (task_id, created_at DESC, id DESC);

CREATE INDEX journal_texts_newest ON journal_texts USING btree (created_at DESC, entry_id DESC);

CREATE INDEX journal_texts_search ON journal_texts USING gin (search);

CREATE UNIQUE INDEX mail_moves_entry ON mail_moves USING btree (entry_id);

CREATE INDEX mail_moves_task ON mail_moves USING btree (task_id);

CREATE INDEX mails_created ON mails USING btree (created_at DESC, id DESC);

CREATE INDEX mails_due ON mails USING btree (next_try_at) WHERE ((next_try_at IS NOT NULL) AND (NOT held));

CREATE UNIQUE INDEX mails_message_id ON mails USING btree (message_id);

CREATE UNIQUE INDEX mails_once ON mails USING btree (cause_id, task_id, event, recipient_id, address);

CREATE INDEX mails_recipient ON mails USING btree (recipient_id, created_at DESC, id DESC);

CREATE UNIQUE INDEX mails_reply_token ON mails USING btree (reply_token);

CREATE INDEX mails_status ON mails USING btree (status, created_at DESC, id DESC);

CREATE INDEX mails_timeline ON mails USING btree (task_id, created_at DESC);

CREATE UNIQUE INDEX message_templates_name_key ON message_templates USING btree (name);

CREATE INDEX notify_case_people_case ON notify_case_people USING btree (run_id, case_id);

CREATE INDEX notify_cases_case_id_idx ON notify_cases USING btree (case_id);

CREATE INDEX notify_cases_entry ON notify_cases USING btree (entry_id);

CREATE INDEX notify_cases_queued ON notify_cases USING btree (run_id, case_id) WHERE (state = 'queued'::notify_case_state);

CREATE UNIQUE INDEX notify_people_mail ON notify_people USING btree (mail_id);

CREATE INDEX notify_people_queued ON notify_people USING btree (run_id, user_id) WHERE (state = 'queued'::notify_person_state);

CREATE INDEX notify_people_user ON notify_people USING btree (user_id, told_at DESC);

CREATE INDEX notify_runs_running ON notify_runs USING btree (id) WHERE (state = 'running'::notify_run_state);

CREATE INDEX notify_runs_sender ON notify_runs USING btree (sender_id);

CREATE INDEX notify_runs_source ON notify_runs USING btree (source_id, created_at DESC);

CREATE UNIQUE INDEX one_time_tokens_one_each ON one_time_tokens USING btree (user_id, purpose);

CREATE INDEX open_streams_person_id_idx ON open_streams USING btree (person_id);

CREATE UNIQUE INDEX priority_lookups_pair ON priority_lookups USING btree (impact, urgency) WHERE active;

CREATE INDEX proactive_cases_account_id_idx ON proactive_cases USING btree (account_id);

CREATE INDEX proactive_cases_consumer_id_idx ON proactive_cases USING btree (consumer_id);

CREATE UNIQUE INDEX proactive_cases_of_account ON proactive_cases USING btree (source_id, account_id) WHERE (account_id IS NOT NULL);

CREATE UNIQUE INDEX proactive_cases_of_consumer ON proactive_cases USING btree (source_id, consumer_id) WHERE (consumer_id IS NOT NULL);

CREATE UNIQUE INDEX products_name_key ON products USING btree (name);

CREATE UNIQUE INDEX recipients_account ON recipients USING btree (list_id, account_id);

CREATE INDEX recipients_account_id_idx ON recipients USING btree (account_id);

CREATE INDEX recipients_added_by_id_idx ON recipients USING btree (added_by_id);

CREATE INDEX recipients_case_id_idx ON recipients USING btree (case_id);

CREATE UNIQUE INDEX recipients_consumer ON recipients USING btree (list_id, consumer_id);

CREATE INDEX recipients_consumer_id_idx ON recipients USING btree (consumer_id);

CREATE UNIQUE INDEX recipients_lists_of_major_case ON recipients_lists USING btree (major_case_id, of);

CREATE UNIQUE INDEX recipients_lists_of_sort ON recipients_lists USING btree (id, of);

CREATE UNIQUE INDEX recipients_made ON recipients USING btree (case_id) WHERE (state = 'made'::recipient_state);

CREATE INDEX recipients_of_run ON recipients USING btree (run_id, id);

CREATE INDEX rejected_solutions_case_id_rejected_at_idx ON rejected_solutions USING btree (case_id, rejected_at);

CREATE INDEX reply_marks_entry ON reply_marks USING btree (entry_id);

CREATE UNIQUE INDEX reply_templates_name ON reply_templates USING btree (user_id, lower(name));

CREATE INDEX reply_templates_shared ON reply_templates USING btree (shared) WHERE shared;

CREATE INDEX requested_items_request_id_idx ON requested_items USING btree (request_id);

CREATE INDEX requests_case_id_idx ON requests USING btree (case_id);

CREATE UNIQUE INDEX roles_name_audience ON roles USING btree (name, audience);

CREATE INDEX saved_views_shared ON saved_views USING btree (list) WHERE shared;

CREATE UNIQUE INDEX saved_views_user_id_list_name_key ON saved_views USING btree (user_id, list, name);

CREATE INDEX sessions_user_id_idx ON sessions USING btree (user_id);

CREATE INDEX sign_in_attempts_key_at_idx ON sign_in_attempts USING btree (key, at);

CREATE INDEX task_names_account ON task_names USING btree (kind, folded(account), id);

CREATE INDEX task_names_assignee ON task_names USING btree (kind, folded(assignee), id);

CREATE INDEX task_names_person ON task_names USING btree (kind, folded(person), id);

CREATE INDEX task_watchers_user_id_idx ON task_watchers USING btree (user_id);

CREATE INDEX tasks_account ON tasks USING btree (account_id, updated_at DESC);

CREATE INDEX tasks_account_active ON tasks USING btree (account_id) WHERE active;

CREATE INDEX tasks_account_customer ON tasks USING btree (account_id, customer_updated_at DESC, id DESC) WHERE (kind = 'case'::task_kind);

CREATE INDEX tasks_account_waiting ON tasks USING btree (account_id, customer_updated_at DESC, id DESC) WHERE ((kind = 'case'::task_kind) AND (state = ANY (ARRAY['awaiting_info'::text, 'resolved'::text])));

CREATE INDEX tasks_assigned_to_active ON tasks USING btree (assigned_to_id, updated_at DESC, id DESC) WHERE active;

CREATE INDEX tasks_assignment_group_active ON tasks USING btree (assignment_group_id, updated_at DESC, id DESC) WHERE active;

CREATE INDEX tasks_configuration_item ON tasks USING btree (configuration_item_id, kind, updated_at DESC);

CREATE INDEX tasks_consumer ON tasks USING btree (consumer_id);

CREATE INDEX tasks_contact ON tasks USING btree (contact_id);

CREATE UNIQUE INDEX tasks_correlation ON tasks USING btree (kind, correlation_id);

CREATE INDEX tasks_kind_by_state ON tasks USING btree (kind, task_state_position(kind, state), id);

CREATE INDEX tasks_kind_number ON tasks USING btree (kind, number, id);

CREATE INDEX tasks_kind_opened ON tasks USING btree (kind, opened_at DESC, id DESC);

CREATE INDEX tasks_kind_priority ON tasks USING btree (kind, priority, id);

CREATE INDEX tasks_kind_short_description ON tasks USING btree (kind, lower(short_description), id);

CREATE INDEX tasks_kind_state ON tasks USING btree (kind, state, updated_at DESC, id DESC);

CREATE INDEX tasks_kind_updated ON tasks USING btree (kind, updated_at DESC, id DESC);

CREATE INDEX tasks_named_words ON tasks USING gin (folded(number) gin_trgm_ops, folded(short_description) gin_trgm_ops) WHERE (kind = ANY (ARRAY['problem'::task_kind, 'change'::task_kind]));

CREATE UNIQUE INDEX tasks_number_key ON tasks USING btree (number);

CREATE INDEX tasks_open_cases ON tasks USING btree (opened_at, state, priority, assignment_group_id, assigned_to_id, account_id, configuration_item_id, id) WHERE ((kind = 'case'::task_kind) AND active);

CREATE INDEX tasks_resolved ON tasks USING btree (kind, id) WHERE (state = 'resolved'::text);

CREATE INDEX tasks_resolved_cases ON tasks USING btree (resolved_at, opened_at) WHERE ((kind = 'case'::task_kind) AND (resolved_at IS NOT NULL));

CREATE INDEX tasks_search ON tasks USING gin (search);

CREATE INDEX tasks_without_consumer ON tasks USING btree (kind, updated_at DESC, id DESC) WHERE (consumer_id IS NULL);

CREATE INDEX tasks_without_contact ON tasks USING btree (kind, updated_at DESC, id DESC) WHERE (contact_id IS NULL);

CREATE UNIQUE INDEX technician_feeds_secret_hash_key ON technician_feeds USING btree (secret_hash);

CREATE UNIQUE INDEX technician_skills_once ON technician_skills USING btree (technician_id, lower(skill));

CREATE INDEX technician_steps_task_id_sent_at_idx ON technician_steps USING btree (task_id, sent_at);

CREATE INDEX technician_steps_user_id_idx ON technician_steps USING btree (user_id);

CREATE UNIQUE INDEX technicians_audience ON technicians USING btree (user_id, audience);

CREATE INDEX users_by_name ON users USING btree (kind, name, id);

CREATE UNIQUE INDEX users_email_key ON users USING btree (email);

CREATE UNIQUE INDEX users_id_audience ON users USING btree (id, audience);

CREATE INDEX users_words ON users USING gin (folded(name) gin_trgm_ops, folded(email) gin_trgm_ops);

CREATE INDEX visits_task_id_idx ON visits USING btree (task_id);

CREATE INDEX work_order_tasks_follows_on_from_id_idx ON work_order_tasks USING btree (follows_on_from_id);

CREATE INDEX work_order_tasks_work_order_id_idx ON work_order_tasks USING btree (work_order_id);

CREATE INDEX work_orders_caller_id_idx ON work_orders USING btree (caller_id);

CREATE INDEX work_orders_case_id_idx ON work_orders USING btree (case_id);

CREATE INDEX working_hours_technician_id_idx ON working_hours USING btree (technician_id);

CREATE TRIGGER accounts_rename_of_tasks AFTER UPDATE OF name ON accounts FOR EACH ROW WHEN ((old.name <> new.name)) EXECUTE FUNCTION rename_account_of_tasks();

CREATE TRIGGER approvals_answered_once BEFORE UPDATE ON approvals FOR EACH ROW WHEN (((old.answer <> 'requested'::text) OR ((((((old.id IS DISTINCT FROM new.id) OR (old.task_id IS DISTINCT FROM new.task_id)) OR (old.approver_id IS DISTINCT FROM new.approver_id)) OR (old.stage IS DISTINCT FROM new.stage)) OR (old.round IS DISTINCT FROM new.round)) OR (old.requested_at IS DISTINCT FROM new.requested_at)))) EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER approvals_not_emptied BEFORE TRUNCATE ON approvals FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER approvals_stay BEFORE DELETE ON approvals FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER attachments_append_only BEFORE DELETE OR UPDATE ON attachments FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER attachments_not_emptied BEFORE TRUNCATE ON attachments FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER audit_entries_append_only BEFORE DELETE OR UPDATE ON audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER audit_entries_not_emptied BEFORE TRUNCATE ON audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER cascade_left_append_only BEFORE DELETE OR UPDATE ON cascade_left FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER cascade_left_not_emptied BEFORE TRUNCATE ON cascade_left FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER cascade_undos_append_only BEFORE DELETE OR UPDATE ON cascade_undos FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER cascade_undos_by_who_caused_it BEFORE INSERT ON cascade_undos FOR EACH ROW EXECUTE FUNCTION refuse_undo_of_cascade();

CREATE TRIGGER cascade_undos_not_emptied BEFORE TRUNCATE ON cascade_undos FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER cases_closed_read_only BEFORE UPDATE ON cases FOR EACH ROW EXECUTE FUNCTION refuse_write_to_closed_case();

CREATE CONSTRAINT TRIGGER cases_no_child_is_left AFTER UPDATE OF major_case_state ON cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.major_case_state = 'accepted'::text) AND (new.major_case_state IS DISTINCT FROM 'accepted'::text))) EXECUTE FUNCTION check_no_child_is_left();

CREATE CONSTRAINT TRIGGER cases_parent_is_major AFTER INSERT OR UPDATE OF parent_id ON cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.parent_id IS NOT NULL)) EXECUTE FUNCTION check_parent_is_major();

CREATE TRIGGER causes_append_only BEFORE UPDATE ON causes FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER causes_not_emptied BEFORE TRUNCATE ON causes FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER causes_stay BEFORE DELETE ON causes FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER ci_relationships_no_circle BEFORE INSERT OR UPDATE ON ci_relationships FOR EACH ROW EXECUTE FUNCTION refuse_ci_circle();

CREATE TRIGGER field_changes_append_only BEFORE DELETE OR UPDATE ON field_changes FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER field_changes_not_emptied BEFORE TRUNCATE ON field_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER inbox_items_not_emptied BEFORE TRUNCATE ON inbox_items FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER inbox_items_read_once BEFORE UPDATE ON inbox_items FOR EACH ROW WHEN (((old.read_at IS NOT NULL) OR ((((((((old.id IS DISTINCT FROM new.id) OR (old.user_id IS DISTINCT FROM new.user_id)) OR (old.task_id IS DISTINCT FROM new.task_id)) OR (old.cause_id IS DISTINCT FROM new.cause_id)) OR (old.entry_id IS DISTINCT FROM new.entry_id)) OR (old.reason IS DISTINCT FROM new.reason)) OR (old.records IS DISTINCT FROM new.records)) OR (old.created_at IS DISTINCT FROM new.created_at)))) EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER inbox_items_stay BEFORE DELETE ON inbox_items FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

CREATE CONSTRAINT TRIGGER incidents_hold_reason_of_state AFTER INSERT OR UPDATE OF hold_reason ON incidents DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_hold_reason();

CREATE TRIGGER incoming_mails_filed_once BEFORE UPDATE ON incoming_mails FOR EACH ROW WHEN (((old.outcome = ANY (ARRAY['filed'::incoming_outcome, 'opened_case'::incoming_outcome])) AND (((old.outcome IS DISTINCT FROM new.outcome) OR (old.task_id IS DISTINCT FROM new.task_id)) OR (old.entry_id IS DISTINCT FROM new.entry_id)))) EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER incoming_mails_keep_their_sender BEFORE UPDATE ON incoming_mails FOR EACH ROW WHEN (((old.outcome <> 'received'::incoming_outcome) AND ((((((old.from_address IS DISTINCT FROM new.from_address) OR (old.from_name IS DISTINCT FROM new.from_name)) OR (old.to_addresses IS DISTINCT FROM new.to_addresses)) OR (old.subject IS DISTINCT FROM new.subject)) OR (old.verdict IS DISTINCT FROM new.verdict)) OR (old.authentication IS DISTINCT FROM new.authentication)))) EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER incoming_mails_keep_their_words BEFORE UPDATE ON incoming_mails FOR EACH ROW WHEN ((((((((old.id IS DISTINCT FROM new.id) OR (old.message_id IS DISTINCT FROM new.message_id)) OR (old.received_at IS DISTINCT FROM new.received_at)) OR (old.source IS DISTINCT FROM new.source)) OR (old.raw IS DISTINCT FROM new.raw)) OR (old.came_from IS DISTINCT FROM new.came_from)) OR (old.from_stranger IS DISTINCT FROM new.from_stranger))) EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER incoming_mails_not_emptied BEFORE TRUNCATE ON incoming_mails FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER incoming_mails_stay BEFORE DELETE ON incoming_mails FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER journal_entries_append_only BEFORE DELETE OR UPDATE ON journal_entries FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER journal_entries_keep_texts AFTER INSERT ON journal_entries REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION keep_journal_texts();

CREATE TRIGGER journal_entries_not_emptied BEFORE TRUNCATE ON journal_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER journal_entries_not_in_closed_cases AFTER INSERT ON journal_entries REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION refuse_entries_of_closed_cases();

CREATE TRIGGER mail_moves_from_elsewhere BEFORE INSERT ON mail_moves FOR EACH ROW EXECUTE FUNCTION mail_is_elsewhere();

CREATE TRIGGER mail_moves_not_emptied BEFORE TRUNCATE ON mail_moves FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER mail_moves_stay BEFORE DELETE OR UPDATE ON mail_moves FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER mails_keep_their_words BEFORE UPDATE ON mails FOR EACH ROW WHEN (((((((((((((old.id IS DISTINCT FROM new.id) OR (old.message_id IS DISTINCT FROM new.message_id)) OR (old.cause_id IS DISTINCT FROM new.cause_id)) OR (old.task_id IS DISTINCT FROM new.task_id)) OR (old.event IS DISTINCT FROM new.event)) OR (old.recipient_id IS DISTINCT FROM new.recipient_id)) OR (old.subject IS DISTINCT FROM new.subject)) OR (old.body IS DISTINCT FROM new.body)) OR (old.facts IS DISTINCT FROM new.facts)) OR (old.reply_token IS DISTINCT FROM new.reply_token)) OR (old.created_at IS DISTINCT FROM new.created_at)) OR ((old.address IS DISTINCT FROM new.address) AND (old.status <> ALL (ARRAY['failed'::mail_status, 'suppressed'::mail_status]))))) EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER mails_not_emptied BEFORE TRUNCATE ON mails FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER mails_stay BEFORE DELETE ON mails FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER notify_cases_not_emptied BEFORE TRUNCATE ON notify_cases FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER notify_cases_stay BEFORE DELETE ON notify_cases FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER notify_cases_told_once BEFORE UPDATE OF state, reason ON notify_cases FOR EACH ROW WHEN ((old.state <> 'queued'::notify_case_state)) EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER notify_people_not_emptied BEFORE TRUNCATE ON notify_people FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER notify_people_stay BEFORE DELETE ON notify_people FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER notify_people_told_once BEFORE UPDATE ON notify_people FOR EACH ROW WHEN (((old.state <> 'queued'::notify_person_state) AND ((old.state IS DISTINCT FROM new.state) OR (old.mail_id IS DISTINCT FROM new.mail_id)))) EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER notify_runs_keep_their_words BEFORE UPDATE ON notify_runs FOR EACH ROW WHEN ((((((old.source_id IS DISTINCT FROM new.source_id) OR (old.text IS DISTINCT FROM new.text)) OR (old.sender_id IS DISTINCT FROM new.sender_id)) OR (old.created_at IS DISTINCT FROM new.created_at)) OR (old.answers IS DISTINCT FROM new.answers))) EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER notify_runs_not_emptied BEFORE TRUNCATE ON notify_runs FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER notify_runs_stay BEFORE DELETE ON notify_runs FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER recipients_lists_of_major_cases BEFORE INSERT ON recipients_lists FOR EACH ROW EXECUTE FUNCTION check_list_of_major_case();

CREATE TRIGGER recipients_lists_stay BEFORE DELETE OR UPDATE ON recipients_lists FOR EACH ROW EXECUTE FUNCTION keep_fixed_list();

CREATE TRIGGER recipients_stay BEFORE DELETE OR UPDATE ON recipients FOR EACH ROW EXECUTE FUNCTION keep_recipient();

CREATE TRIGGER tasks_add_names AFTER INSERT ON tasks REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION add_task_names();

CREATE TRIGGER tasks_closed_case_read_only BEFORE UPDATE ON tasks FOR EACH ROW WHEN (((old.kind = 'case'::task_kind) AND (old.state = ANY (ARRAY['closed'::text, 'cancelled'::text])))) EXECUTE FUNCTION refuse_change_of_closed_case();

CREATE CONSTRAINT TRIGGER tasks_hold_reason AFTER UPDATE OF state ON tasks DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.kind = 'incident'::task_kind)) EXECUTE FUNCTION check_hold_reason();

CREATE TRIGGER tasks_keep_names AFTER UPDATE ON tasks REFERENCING OLD TABLE AS before NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION keep_task_names();

CREATE TRIGGER users_end_links AFTER UPDATE ON users FOR EACH ROW WHEN (((old.email IS DISTINCT FROM new.email) OR (old.password_hash IS DISTINCT FROM new.password_hash) OR (old.active AND (NOT new.active)))) EXECUTE FUNCTION end_links_of_person();

CREATE TRIGGER users_other_address BEFORE UPDATE ON users FOR EACH ROW WHEN ((old.email IS DISTINCT FROM new.email)) EXECUTE FUNCTION forget_unreachable_address();

CREATE TRIGGER users_rename_of_tasks AFTER UPDATE OF name ON users FOR EACH ROW WHEN ((old.name <> new.name)) EXECUTE FUNCTION rename_person_of_tasks();

ALTER TABLE ONLY accounts
    ADD CONSTRAINT accounts_assignment_group_id_fkey FOREIGN KEY (assignment_group_id) REFERENCES groups(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY accounts
    ADD CONSTRAINT accounts_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES accounts(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY accounts
    ADD CONSTRAINT accounts_primary_contact_id_fkey FOREIGN KEY (primary_contact_id) REFERENCES contacts(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY appointment_changes
    ADD CONSTRAINT appointment_changes_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES appointments(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY appointment_changes
    ADD CONSTRAINT appointment_changes_changed_by_id_fkey FOREIGN KEY (changed_by_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY appointment_changes
    ADD CONSTRAINT appointment_changes_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES technicians(user_id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY appointments
    ADD CONSTRAINT appointments_booked_by_id_fkey FOREIGN KEY (booked_by_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY appointments
    ADD CONSTRAINT appointments_task_id_fkey FOREIGN KEY (task_id) REFERENCES work_order_tasks(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY appointments
    ADD CONSTRAINT appointments_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES technicians(user_id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY approvals
    ADD CONSTRAINT approvals_approver_id_fkey FOREIGN KEY (approver_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY approvals
    ADD CONSTRAINT approvals_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY articles
    ADD CONSTRAINT articles_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY assets
    ADD CONSTRAINT assets_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY assets
    ADD CONSTRAINT assets_consumer_id_fkey FOREIGN KEY (consumer_id) REFERENCES consumers(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY assets
    ADD CONSTRAINT assets_product_id_fkey FOREIGN KEY (product_id) REFERENCES products(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY attachments
    ADD CONSTRAINT attachments_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY attachments
    ADD CONSTRAINT attachments_uploaded_by_id_fkey FOREIGN KEY (uploaded_by_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY audit_entries
    ADD CONSTRAINT audit_entries_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY cascade_left
    ADD CONSTRAINT cascade_left_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY cascade_left
    ADD CONSTRAINT cascade_left_cause_id_fkey FOREIGN KEY (cause_id) REFERENCES cascade_undos(cause_id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY cascade_undos
    ADD CONSTRAINT cascade_undos_cause_id_fkey FOREIGN KEY (cause_id) REFERENCES causes(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY cascade_undos
    ADD CONSTRAINT cascade_undos_undone_by_id_fkey FOREIGN KEY (undone_by_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY case_articles
    ADD CONSTRAINT case_articles_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY case_articles
    ADD CONSTRAINT case_articles_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY case_colleagues
    ADD CONSTRAINT case_colleagues_added_by_id_fkey FOREIGN KEY (added_by_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY case_colleagues
    ADD CONSTRAINT case_colleagues_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY case_colleagues
    ADD CONSTRAINT case_colleagues_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY cases
    ADD CONSTRAINT cases_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES assets(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY cases
    ADD CONSTRAINT cases_caused_by_change_id_fkey FOREIGN KEY (caused_by_change_id) REFERENCES changes(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY cases
    ADD CONSTRAINT cases_change_id_fkey FOREIGN KEY (change_id) REFERENCES changes(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY cases
    ADD CONSTRAINT cases_id_fkey FOREIGN KEY (id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY cases
    ADD CONSTRAINT cases_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY cases
    ADD CONSTRAINT cases_install_base_item_id_fkey FOREIGN KEY (install_base_item_id) REFERENCES install_base_items(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY cases
    ADD CONSTRAINT cases_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES cases(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY cases
    ADD CONSTRAINT cases_partner_contact_id_fkey FOREIGN KEY (partner_contact_id) REFERENCES contacts(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY cases
    ADD CONSTRAINT cases_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES accounts(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY cases
    ADD CONSTRAINT cases_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problems(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY cases
    ADD CONSTRAINT cases_product_id_fkey FOREIGN KEY (product_id) REFERENCES products(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY catalog_items
    ADD CONSTRAINT catalog_items_approval_group_id_fkey FOREIGN KEY (approval_group_id) REFERENCES groups(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY catalog_items
    ADD CONSTRAINT catalog_items_category_id_fkey FOREIGN KEY (category_id) REFERENCES catalog_categories(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY catalog_items
    ADD CONSTRAINT catalog_items_fulfilment_group_id_fkey FOREIGN KEY (fulfilment_group_id) REFERENCES groups(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY causes
    ADD CONSTRAINT causes_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY causes
    ADD CONSTRAINT causes_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY changes
    ADD CONSTRAINT changes_approval_group_id_fkey FOREIGN KEY (approval_group_id) REFERENCES groups(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY changes
    ADD CONSTRAINT changes_caller_id_fkey FOREIGN KEY (caller_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY changes
    ADD CONSTRAINT changes_id_fkey FOREIGN KEY (id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY changes
    ADD CONSTRAINT changes_requested_by_id_fkey FOREIGN KEY (requested_by_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY changes
    ADD CONSTRAINT changes_template_id_fkey FOREIGN KEY (template_id) REFERENCES change_templates(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY child_case_runs
    ADD CONSTRAINT child_case_runs_list_id_fkey FOREIGN KEY (list_id) REFERENCES recipients_lists(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY child_case_runs
    ADD CONSTRAINT child_case_runs_started_by_id_fkey FOREIGN KEY (started_by_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY ci_relationships
    ADD CONSTRAINT ci_relationships_child_id_fkey FOREIGN KEY (child_id) REFERENCES configuration_items(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY ci_relationships
    ADD CONSTRAINT ci_relationships_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES configuration_items(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY configuration_items
    ADD CONSTRAINT configuration_items_assignment_group_id_fkey FOREIGN KEY (assignment_group_id) REFERENCES groups(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY consumers
    ADD CONSTRAINT consumers_id_fkey FOREIGN KEY (id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY contacts
    ADD CONSTRAINT contacts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY contacts
    ADD CONSTRAINT contacts_id_fkey FOREIGN KEY (id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY days_off
    ADD CONSTRAINT days_off_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES technicians(user_id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY field_changes
    ADD CONSTRAINT field_changes_cause_id_fkey FOREIGN KEY (cause_id) REFERENCES causes(id) ON UPDATE CASCADE ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY field_changes
    ADD CONSTRAINT field_changes_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY field_mappings
    ADD CONSTRAINT field_mappings_map_id_direction_fkey FOREIGN KEY (map_id, direction) REFERENCES field_maps(id, direction) ON UPDATE RESTRICT ON DELETE RESTRICT;

ALTER TABLE ONLY form_files
    ADD CONSTRAINT form_files_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY group_members
    ADD CONSTRAINT group_members_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY group_members
    ADD CONSTRAINT group_members_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY groups
    ADD CONSTRAINT groups_manager_id_fkey FOREIGN KEY (manager_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY inbox_items
    ADD CONSTRAINT inbox_items_cause_id_fkey FOREIGN KEY (cause_id) REFERENCES causes(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY inbox_items
    ADD CONSTRAINT inbox_items_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES journal_entries(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY inbox_items
    ADD CONSTRAINT inbox_items_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY inbox_items
    ADD CONSTRAINT inbox_items_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY incidents
    ADD CONSTRAINT incidents_caller_id_fkey FOREIGN KEY (caller_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY incidents
    ADD CONSTRAINT incidents_caused_by_change_id_fkey FOREIGN KEY (caused_by_change_id) REFERENCES changes(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY incidents
    ADD CONSTRAINT incidents_change_id_fkey FOREIGN KEY (change_id) REFERENCES changes(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY incidents
    ADD CONSTRAINT incidents_id_fkey FOREIGN KEY (id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY incidents
    ADD CONSTRAINT incidents_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problems(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY incidents
    ADD CONSTRAINT incidents_service_id_fkey FOREIGN KEY (service_id) REFERENCES configuration_items(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY incoming_mails
    ADD CONSTRAINT incoming_mails_answers_id_fkey FOREIGN KEY (answers_id) REFERENCES mails(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY incoming_mails
    ADD CONSTRAINT incoming_mails_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES journal_entries(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY incoming_mails
    ADD CONSTRAINT incoming_mails_follows_id_fkey FOREIGN KEY (follows_id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY incoming_mails
    ADD CONSTRAINT incoming_mails_reviewed_by_id_fkey FOREIGN KEY (reviewed_by_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY incoming_mails
    ADD CONSTRAINT incoming_mails_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY incoming_mails
    ADD CONSTRAINT incoming_mails_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY install_base_items
    ADD CONSTRAINT install_base_items_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY install_base_items
    ADD CONSTRAINT install_base_items_configuration_item_id_fkey FOREIGN KEY (configuration_item_id) REFERENCES configuration_items(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY install_base_items
    ADD CONSTRAINT install_base_items_consumer_id_fkey FOREIGN KEY (consumer_id) REFERENCES consumers(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY install_base_items
    ADD CONSTRAINT install_base_items_product_id_fkey FOREIGN KEY (product_id) REFERENCES products(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY journal_entries
    ADD CONSTRAINT journal_entries_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY journal_entries
    ADD CONSTRAINT journal_entries_cause_id_fkey FOREIGN KEY (cause_id) REFERENCES causes(id) ON UPDATE CASCADE ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY journal_entries
    ADD CONSTRAINT journal_entries_source_entry_id_fkey FOREIGN KEY (source_entry_id) REFERENCES journal_entries(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY journal_entries
    ADD CONSTRAINT journal_entries_source_task_id_fkey FOREIGN KEY (source_task_id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY journal_entries
    ADD CONSTRAINT journal_entries_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY journal_texts
    ADD CONSTRAINT journal_texts_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES journal_entries(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY mail_moves
    ADD CONSTRAINT mail_moves_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES journal_entries(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY mail_moves
    ADD CONSTRAINT mail_moves_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES incoming_mails(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY mail_moves
    ADD CONSTRAINT mail_moves_moved_by_id_fkey FOREIGN KEY (moved_by_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY mail_moves
    ADD CONSTRAINT mail_moves_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY mails
    ADD CONSTRAINT mails_cause_id_fkey FOREIGN KEY (cause_id) REFERENCES causes(id) ON UPDATE CASCADE ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY mails
    ADD CONSTRAINT mails_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY mails
    ADD CONSTRAINT mails_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY notify_case_people
    ADD CONSTRAINT notify_case_people_run_id_case_id_fkey FOREIGN KEY (run_id, case_id) REFERENCES notify_cases(run_id, case_id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY notify_case_people
    ADD CONSTRAINT notify_case_people_run_id_user_id_fkey FOREIGN KEY (run_id, user_id) REFERENCES notify_people(run_id, user_id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY notify_cases
    ADD CONSTRAINT notify_cases_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY notify_cases
    ADD CONSTRAINT notify_cases_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES journal_entries(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY notify_cases
    ADD CONSTRAINT notify_cases_run_id_fkey FOREIGN KEY (run_id) REFERENCES notify_runs(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY notify_people
    ADD CONSTRAINT notify_people_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mails(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY notify_people
    ADD CONSTRAINT notify_people_run_id_fkey FOREIGN KEY (run_id) REFERENCES notify_runs(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY notify_people
    ADD CONSTRAINT notify_people_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY notify_runs
    ADD CONSTRAINT notify_runs_confirmed_by_id_fkey FOREIGN KEY (confirmed_by_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY notify_runs
    ADD CONSTRAINT notify_runs_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY notify_runs
    ADD CONSTRAINT notify_runs_source_id_fkey FOREIGN KEY (source_id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY one_time_tokens
    ADD CONSTRAINT one_time_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY partner_relationships
    ADD CONSTRAINT partner_relationships_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES accounts(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY partner_relationships
    ADD CONSTRAINT partner_relationships_served_id_fkey FOREIGN KEY (served_id) REFERENCES accounts(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY proactive_cases
    ADD CONSTRAINT proactive_cases_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY proactive_cases
    ADD CONSTRAINT proactive_cases_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY proactive_cases
    ADD CONSTRAINT proactive_cases_consumer_id_fkey FOREIGN KEY (consumer_id) REFERENCES consumers(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY proactive_cases
    ADD CONSTRAINT proactive_cases_source_id_fkey FOREIGN KEY (source_id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY problems
    ADD CONSTRAINT problems_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY problems
    ADD CONSTRAINT problems_duplicate_of_id_fkey FOREIGN KEY (duplicate_of_id) REFERENCES problems(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY problems
    ADD CONSTRAINT problems_first_reported_by_id_fkey FOREIGN KEY (first_reported_by_id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY problems
    ADD CONSTRAINT problems_id_fkey FOREIGN KEY (id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY products
    ADD CONSTRAINT products_assignment_group_id_fkey FOREIGN KEY (assignment_group_id) REFERENCES groups(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY recipients
    ADD CONSTRAINT recipients_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY recipients
    ADD CONSTRAINT recipients_added_by_id_fkey FOREIGN KEY (added_by_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY recipients
    ADD CONSTRAINT recipients_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY recipients
    ADD CONSTRAINT recipients_consumer_id_fkey FOREIGN KEY (consumer_id) REFERENCES consumers(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY recipients
    ADD CONSTRAINT recipients_list_id_of_fkey FOREIGN KEY (list_id, of) REFERENCES recipients_lists(id, of) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY recipients_lists
    ADD CONSTRAINT recipients_lists_major_case_id_fkey FOREIGN KEY (major_case_id) REFERENCES cases(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY recipients
    ADD CONSTRAINT recipients_run_id_fkey FOREIGN KEY (run_id) REFERENCES child_case_runs(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY rejected_solutions
    ADD CONSTRAINT rejected_solutions_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY reply_marks
    ADD CONSTRAINT reply_marks_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES journal_entries(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY reply_marks
    ADD CONSTRAINT reply_marks_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY reply_templates
    ADD CONSTRAINT reply_templates_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY requested_items
    ADD CONSTRAINT requested_items_catalog_item_id_fkey FOREIGN KEY (catalog_item_id) REFERENCES catalog_items(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY requested_items
    ADD CONSTRAINT requested_items_id_fkey FOREIGN KEY (id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY requested_items
    ADD CONSTRAINT requested_items_request_id_fkey FOREIGN KEY (request_id) REFERENCES requests(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY requests
    ADD CONSTRAINT requests_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY requests
    ADD CONSTRAINT requests_id_fkey FOREIGN KEY (id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY requests
    ADD CONSTRAINT requests_requested_for_id_fkey FOREIGN KEY (requested_for_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY saved_views
    ADD CONSTRAINT saved_views_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY sessions
    ADD CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY task_names
    ADD CONSTRAINT task_names_id_fkey FOREIGN KEY (id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY task_watchers
    ADD CONSTRAINT task_watchers_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY task_watchers
    ADD CONSTRAINT task_watchers_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY tasks
    ADD CONSTRAINT tasks_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY tasks
    ADD CONSTRAINT tasks_assigned_to_id_fkey FOREIGN KEY (assigned_to_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY tasks
    ADD CONSTRAINT tasks_assignment_group_id_fkey FOREIGN KEY (assignment_group_id) REFERENCES groups(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY tasks
    ADD CONSTRAINT tasks_closed_by_id_fkey FOREIGN KEY (closed_by_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY tasks
    ADD CONSTRAINT tasks_configuration_item_id_fkey FOREIGN KEY (configuration_item_id) REFERENCES configuration_items(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY tasks
    ADD CONSTRAINT tasks_consumer_id_fkey FOREIGN KEY (consumer_id) REFERENCES consumers(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY tasks
    ADD CONSTRAINT tasks_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY tasks
    ADD CONSTRAINT tasks_opened_by_id_fkey FOREIGN KEY (opened_by_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY tasks
    ADD CONSTRAINT tasks_resolved_by_id_fkey FOREIGN KEY (resolved_by_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY technician_feeds
    ADD CONSTRAINT technician_feeds_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY technician_skills
    ADD CONSTRAINT technician_skills_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES technicians(user_id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY technician_steps
    ADD CONSTRAINT technician_steps_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY technician_steps
    ADD CONSTRAINT technician_steps_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY technicians
    ADD CONSTRAINT technicians_user_id_audience_fkey FOREIGN KEY (user_id, audience) REFERENCES users(id, audience) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY user_roles
    ADD CONSTRAINT user_roles_role_audience_fkey FOREIGN KEY (role, audience) REFERENCES roles(name, audience) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY user_roles
    ADD CONSTRAINT user_roles_user_id_audience_fkey FOREIGN KEY (user_id, audience) REFERENCES users(id, audience) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY visits
    ADD CONSTRAINT visits_task_id_fkey FOREIGN KEY (task_id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY visits
    ADD CONSTRAINT visits_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY work_order_tasks
    ADD CONSTRAINT work_order_tasks_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES assets(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY work_order_tasks
    ADD CONSTRAINT work_order_tasks_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY work_order_tasks
    ADD CONSTRAINT work_order_tasks_follows_on_from_id_fkey FOREIGN KEY (follows_on_from_id) REFERENCES work_order_tasks(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY work_order_tasks
    ADD CONSTRAINT work_order_tasks_id_fkey FOREIGN KEY (id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY work_order_tasks
    ADD CONSTRAINT work_order_tasks_work_order_id_fkey FOREIGN KEY (work_order_id) REFERENCES work_orders(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY work_orders
    ADD CONSTRAINT work_orders_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES assets(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY work_orders
    ADD CONSTRAINT work_orders_caller_id_fkey FOREIGN KEY (caller_id) REFERENCES users(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY work_orders
    ADD CONSTRAINT work_orders_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY work_orders
    ADD CONSTRAINT work_orders_company_id_fkey FOREIGN KEY (company_id) REFERENCES accounts(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY work_orders
    ADD CONSTRAINT work_orders_id_fkey FOREIGN KEY (id) REFERENCES tasks(id) ON UPDATE CASCADE ON DELETE CASCADE;

ALTER TABLE ONLY work_orders
    ADD CONSTRAINT work_orders_partner_contact_id_fkey FOREIGN KEY (partner_contact_id) REFERENCES contacts(id) ON UPDATE CASCADE ON DELETE SET NULL;

ALTER TABLE ONLY work_orders
    ADD CONSTRAINT work_orders_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES accounts(id) ON UPDATE CASCADE ON DELETE RESTRICT;

ALTER TABLE ONLY working_hours
    ADD CONSTRAINT working_hours_technician_id_fkey FOREIGN KEY (technician_id) REFERENCES technicians(user_id) ON UPDATE CASCADE ON DELETE CASCADE;

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
