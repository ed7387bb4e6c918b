import { z } from 'zod';
import { writtenInput } from '#lib/platform/text-input.ts';
import { TaskNumber } from '#lib/record/schema.ts';

/** POR-11 · The case and the work to be done. */
export const AskVisit = z.object({ number: TaskNumber, reason: writtenInput(8_000, 'field.visit') });
export type AskVisit = z.output<typeof AskVisit>;

const Sequence = z.number().int().min(0).max(2_147_483_647);

/** POR-11 · The visit, its new time, and the appointment that the customer saw; null: none. */
export const ChooseWindow = z.object({
  number: TaskNumber,
  startsAt: z.iso.datetime({ offset: true, error: 'field.window' }).transform((text) => new Date(text)),
  sequence: Sequence.nullable(),
});
export type ChooseWindow = z.output<typeof ChooseWindow>;

export const DropWindow = z.object({ number: TaskNumber, sequence: Sequence });
export type DropWindow = z.output<typeof DropWindow>;
