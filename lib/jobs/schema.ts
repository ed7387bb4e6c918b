import { z } from 'zod';

export const RetryFailedJob = z.object({ id: z.string().regex(/^\d{1,18}$/, 'Choose a job.') });
export type RetryFailedJob = z.infer<typeof RetryFailedJob>;
