-- POR-18: files of a form that is not sent yet.
CREATE TABLE "form_files" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "session_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "form_files_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "form_files_session_id_form_idx" ON "form_files"("session_id", "form");
CREATE INDEX "form_files_created_at_idx" ON "form_files"("created_at");
ALTER TABLE "form_files" ADD CONSTRAINT "form_files_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;
