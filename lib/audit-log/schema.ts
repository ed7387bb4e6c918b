import { z } from 'zod';

export const UndoChange = z.object({ entryId: z.uuid() });
export type UndoChange = z.output<typeof UndoChange>;
