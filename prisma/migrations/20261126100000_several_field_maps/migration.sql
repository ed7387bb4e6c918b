-- CreateTable
CREATE TABLE "field_maps" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "conditions" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "field_maps_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "field_maps_id_direction_key" ON "field_maps"("id", "direction");

-- CreateIndex
CREATE UNIQUE INDEX "field_maps_direction_name_key" ON "field_maps"("direction", "name");

-- The rows that are there become those of one map for each direction, which holds always.
INSERT INTO "field_maps" ("name", "direction") SELECT DISTINCT 'Standard case', "map" FROM "field_mappings";

-- AlterTable
ALTER TABLE "field_mappings" RENAME COLUMN "map" TO "direction";
ALTER TABLE "field_mappings" ALTER COLUMN "direction" DROP DEFAULT, ADD COLUMN "map_id" UUID;
UPDATE "field_mappings" r SET "map_id" = m."id" FROM "field_maps" m WHERE m."direction" = r."direction";
ALTER TABLE "field_mappings" ALTER COLUMN "map_id" SET NOT NULL;

-- CreateIndex
CREATE INDEX "field_mappings_map_id_direction_idx" ON "field_mappings"("map_id", "direction");

-- AddForeignKey
ALTER TABLE "field_mappings" ADD CONSTRAINT "field_mappings_map_id_direction_fkey" FOREIGN KEY ("map_id", "direction") REFERENCES "field_maps"("id", "direction") ON DELETE RESTRICT ON UPDATE RESTRICT;
