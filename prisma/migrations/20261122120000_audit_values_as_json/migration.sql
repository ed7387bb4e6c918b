-- ADM-12: the audit log keeps values as JSON. Switches and properties get the type that they are logged with from now on,
-- so that their last change can still be undone; every other text stays readable as it was written.
CREATE FUNCTION pg_temp.audit_value(action TEXT, value TEXT) RETURNS JSONB LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN action IN ('business-rule.changed', 'integration.changed') AND value IN ('active', 'inactive')
      THEN to_jsonb(value = 'active')
    WHEN action = 'property.changed' AND value ~ '^(true|false|0|[1-9][0-9]{0,8})$' THEN value::jsonb
    ELSE to_jsonb(value)
  END
$$;

ALTER TABLE "audit_entries"
  ALTER COLUMN "old_value" TYPE JSONB USING pg_temp.audit_value("action", "old_value"),
  ALTER COLUMN "new_value" TYPE JSONB USING pg_temp.audit_value("action", "new_value");

DROP FUNCTION pg_temp.audit_value(TEXT, TEXT);

-- Letting a user in or out is one setting now, whose entries are found together.
UPDATE "audit_entries" SET "action" = 'user.activation-changed' WHERE "action" IN ('user.activated', 'user.deactivated');
