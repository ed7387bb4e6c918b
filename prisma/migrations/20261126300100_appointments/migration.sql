-- CreateEnum
CREATE TYPE "appointment_state" AS ENUM ('held', 'booked', 'cancelled');

-- CreateTable
CREATE TABLE "appointments" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "technician_id" UUID,
    "state" "appointment_state" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "occupied_from" TIMESTAMPTZ(3) NOT NULL,
    "occupied_to" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "held_until" TIMESTAMPTZ(3),
    "uid" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "booked_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "reminded_of" TIMESTAMPTZ(3),

    CONSTRAINT "appointments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment_changes" (
    "appointment_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "technician_id" UUID,
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "appointment_changes_pkey" PRIMARY KEY ("appointment_id","sequence")
);

-- CreateIndex
CREATE UNIQUE INDEX "appointments_uid" ON "appointments"("uid");

-- CreateIndex
CREATE INDEX "appointments_task_id_idx" ON "appointments"("task_id");

-- CreateIndex
CREATE INDEX "appointments_technician_id_starts_at_idx" ON "appointments"("technician_id", "starts_at");

-- CreateIndex
CREATE INDEX "appointments_to_come" ON "appointments"("starts_at") WHERE (state = 'booked');

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "work_order_tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_technician_id_fkey" FOREIGN KEY ("technician_id") REFERENCES "technicians"("user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_booked_by_id_fkey" FOREIGN KEY ("booked_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment_changes" ADD CONSTRAINT "appointment_changes_appointment_id_fkey" FOREIGN KEY ("appointment_id") REFERENCES "appointments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment_changes" ADD CONSTRAINT "appointment_changes_technician_id_fkey" FOREIGN KEY ("technician_id") REFERENCES "technicians"("user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment_changes" ADD CONSTRAINT "appointment_changes_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- WO-12: two visits of one technician never overlap, the way to them included. An empty range would collide with nothing, so there is
-- none. What one task holds while its window is moved does not stand in its own way. Deferrable, so that two technicians can be swapped.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS btree_gist;
EXCEPTION WHEN OTHERS THEN
  RAISE EXCEPTION 'PostgreSQL''s own extension btree_gist is needed, and this server does not let it be made (%). Its administrator can: create extension btree_gist', SQLERRM;
END $$;
ALTER TABLE "appointments"
  ADD CONSTRAINT "appointments_window" CHECK (starts_at < ends_at),
  ADD CONSTRAINT "appointments_occupied" CHECK (occupied_from <= starts_at AND ends_at <= occupied_to),
  ADD CONSTRAINT "appointments_held" CHECK ((state = 'held') = (held_until IS NOT NULL) AND (state <> 'held' OR technician_id IS NOT NULL)),
  ADD CONSTRAINT "appointments_sequence" CHECK (sequence >= 0),
  ADD CONSTRAINT "appointments_zone" CHECK (time_zone <> ''),
  ADD CONSTRAINT "appointments_no_overlap" EXCLUDE USING gist (
    technician_id WITH =, task_id WITH <>, tstzrange(occupied_from, occupied_to) WITH &&
  ) WHERE (state IN ('held', 'booked')) DEFERRABLE INITIALLY IMMEDIATE;
CREATE UNIQUE INDEX "appointments_one_each" ON "appointments" ("task_id", "state") WHERE (state <> 'cancelled');
