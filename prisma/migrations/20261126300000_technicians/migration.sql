-- CreateTable
CREATE TABLE "technicians" (
    "user_id" UUID NOT NULL,
    "audience" "audience" NOT NULL DEFAULT 'internal',
    "time_zone" TEXT NOT NULL,
    "region" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "technicians_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "working_hours" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "technician_id" UUID NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "from_minute" SMALLINT NOT NULL,
    "to_minute" SMALLINT NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "working_hours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "days_off" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "technician_id" UUID NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "days_off_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "technician_skills" (
    "technician_id" UUID NOT NULL,
    "skill" TEXT NOT NULL,

    CONSTRAINT "technician_skills_pkey" PRIMARY KEY ("technician_id","skill")
);

-- CreateIndex
CREATE UNIQUE INDEX "technicians_audience" ON "technicians"("user_id", "audience");

-- CreateIndex
CREATE INDEX "working_hours_technician_id_idx" ON "working_hours"("technician_id");

-- CreateIndex
CREATE INDEX "days_off_technician_id_to_date_idx" ON "days_off"("technician_id", "to_date");

-- AddForeignKey
ALTER TABLE "technicians" ADD CONSTRAINT "technicians_user_id_audience_fkey" FOREIGN KEY ("user_id", "audience") REFERENCES "users"("id", "audience") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "working_hours" ADD CONSTRAINT "working_hours_technician_id_fkey" FOREIGN KEY ("technician_id") REFERENCES "technicians"("user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "days_off" ADD CONSTRAINT "days_off_technician_id_fkey" FOREIGN KEY ("technician_id") REFERENCES "technicians"("user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "technician_skills" ADD CONSTRAINT "technician_skills_technician_id_fkey" FOREIGN KEY ("technician_id") REFERENCES "technicians"("user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- WO-10: what must never be. A weekday, minutes and dates that there are; a zone that is named; a place with both coordinates or none.
ALTER TABLE "technicians"
  ADD CONSTRAINT "technicians_staff" CHECK (audience = 'internal'),
  ADD CONSTRAINT "technicians_zone" CHECK (time_zone <> ''),
  ADD CONSTRAINT "technicians_place" CHECK (
    (latitude IS NULL) = (longitude IS NULL)
    AND (latitude IS NULL OR (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180)));
ALTER TABLE "working_hours"
  ADD CONSTRAINT "working_hours_weekday" CHECK (weekday BETWEEN 1 AND 7),
  ADD CONSTRAINT "working_hours_minutes" CHECK (from_minute BETWEEN 0 AND 1439 AND to_minute BETWEEN 0 AND 1439),
  ADD CONSTRAINT "working_hours_valid" CHECK (valid_from <= valid_to);
ALTER TABLE "days_off" ADD CONSTRAINT "days_off_dates" CHECK (from_date <= to_date);
ALTER TABLE "technician_skills" ADD CONSTRAINT "technician_skills_named" CHECK (btrim(skill) <> '');
CREATE UNIQUE INDEX "technician_skills_once" ON "technician_skills" ("technician_id", lower("skill"));
