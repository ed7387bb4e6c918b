-- POR-14 · Outside, a sensitive case is for its contact and the colleagues added to it.
ALTER TABLE "cases" ADD COLUMN "sensitive" BOOLEAN NOT NULL DEFAULT false;

-- POR-10 · Whether the person has chosen the language, or it is the default.
ALTER TABLE "users" ADD COLUMN "language_chosen" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "case_colleagues" (
    "case_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "may_answer" BOOLEAN NOT NULL,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_colleagues_pkey" PRIMARY KEY ("case_id","user_id")
);

-- CreateIndex
CREATE INDEX "case_colleagues_user_id_idx" ON "case_colleagues"("user_id");

-- AddForeignKey
ALTER TABLE "case_colleagues" ADD CONSTRAINT "case_colleagues_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_colleagues" ADD CONSTRAINT "case_colleagues_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_colleagues" ADD CONSTRAINT "case_colleagues_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
