import { z } from 'zod';
import { AddEntry } from '#lib/record/schema.ts';

export const PreviewEntry = z.object({ text: AddEntry.shape.text });
export type PreviewEntry = z.infer<typeof PreviewEntry>;
