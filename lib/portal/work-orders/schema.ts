import { z } from 'zod';
import { writtenInput } from '#lib/platform/text-input.ts';
import { TaskNumber } from '#lib/task/schema.ts';

/** POR-11 · For which case, and what has to be done. */
export const AskVisit = z.object({ number: TaskNumber, reason: writtenInput(8_000, 'field.visit') });
export type AskVisit = z.output<typeof AskVisit>;
