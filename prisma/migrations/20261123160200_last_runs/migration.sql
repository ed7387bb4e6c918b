-- ADM-11: when each job of the clock ran last, and what came of it.
CREATE TABLE "job_runs" (
    "name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "result" TEXT NOT NULL DEFAULT '',
    "error" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "job_runs_pkey" PRIMARY KEY ("name"),
    CONSTRAINT "job_runs_one_outcome" CHECK ("result" = '' OR "error" = '')
);
