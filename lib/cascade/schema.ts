import { z } from 'zod';
import { TaskNumber } from '#lib/record/schema.ts';

/** SYNC-7 · The cascade of an incident, identified by its cause. */
export const UndoCascade = z.object({ number: TaskNumber, causeId: z.uuid() });
export type UndoCascade = z.infer<typeof UndoCascade>;
