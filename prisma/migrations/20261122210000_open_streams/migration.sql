-- ACC-12. Unlogged: what a crash of the database forgets ends with its connections, and is counted anew.
CREATE UNLOGGED TABLE "open_streams" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "process" INTEGER NOT NULL,

    CONSTRAINT "open_streams_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "open_streams_person_id_idx" ON "open_streams"("person_id");
