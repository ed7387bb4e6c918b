import { z } from 'zod';
import { TaskNumber } from '#lib/record/schema.ts';

/** SYNC-7 · The cascade of an incident, by the cause that it is of. */
export const UndoCascade = z.object({ number: TaskNumber, causeId: z.uuid() });
export type UndoCascade = z.infer<typeof UndoCascade>;
