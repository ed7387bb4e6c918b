-- CreateTable
CREATE TABLE "technician_steps" (
    "step_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "done_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" JSONB NOT NULL,

    CONSTRAINT "technician_steps_pkey" PRIMARY KEY ("step_id")
);

-- CreateIndex
CREATE INDEX "technician_steps_user_id_idx" ON "technician_steps"("user_id");

-- CreateIndex
CREATE INDEX "technician_steps_task_id_sent_at_idx" ON "technician_steps"("task_id", "sent_at");

-- AddForeignKey
ALTER TABLE "technician_steps" ADD CONSTRAINT "technician_steps_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "technician_steps" ADD CONSTRAINT "technician_steps_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;
