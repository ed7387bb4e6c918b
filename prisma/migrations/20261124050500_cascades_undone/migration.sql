-- CreateTable
CREATE TABLE "cascade_undos" (
    "cause_id" UUID NOT NULL,
    "undone_by_id" UUID NOT NULL,
    "undone_at" TIMESTAMPTZ(3) NOT NULL,
    "restored" INTEGER NOT NULL,

    CONSTRAINT "cascade_undos_pkey" PRIMARY KEY ("cause_id")
);

-- CreateTable
CREATE TABLE "cascade_left" (
    "cause_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "cascade_left_pkey" PRIMARY KEY ("cause_id","case_id")
);

-- CreateIndex
CREATE INDEX "cascade_left_case" ON "cascade_left"("case_id");

-- AddForeignKey
ALTER TABLE "cascade_undos" ADD CONSTRAINT "cascade_undos_cause_id_fkey" FOREIGN KEY ("cause_id") REFERENCES "causes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cascade_undos" ADD CONSTRAINT "cascade_undos_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cascade_left" ADD CONSTRAINT "cascade_left_cause_id_fkey" FOREIGN KEY ("cause_id") REFERENCES "cascade_undos"("cause_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cascade_left" ADD CONSTRAINT "cascade_left_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- SYNC-7 · A cascade is undone by who caused it, within ten minutes.
CREATE FUNCTION "refuse_undo_of_cascade"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "causes" c WHERE c."id" = NEW."cause_id" AND c."actor_id" = NEW."undone_by_id"
      AND 'SYNC-INC-5' = ANY(c."rules") AND c."at" > clock_timestamp() - interval '10 minutes'
  ) THEN
    RAISE EXCEPTION 'only who caused a cascade undoes it, within ten minutes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "cascade_undos_by_who_caused_it" BEFORE INSERT ON "cascade_undos"
  FOR EACH ROW EXECUTE FUNCTION "refuse_undo_of_cascade"();
CREATE TRIGGER "cascade_undos_append_only" BEFORE UPDATE OR DELETE ON "cascade_undos"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "cascade_undos_not_emptied" BEFORE TRUNCATE ON "cascade_undos"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "cascade_left_append_only" BEFORE UPDATE OR DELETE ON "cascade_left"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rewriting"();
CREATE TRIGGER "cascade_left_not_emptied" BEFORE TRUNCATE ON "cascade_left"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_rewriting"();
