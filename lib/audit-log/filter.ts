import { z } from 'zod';
import { lineInput } from '#lib/platform/text-input.ts';
import { isUuid } from '#lib/platform/uuid.ts';

/** A position in the log: the time and id of an entry. */
const Position = z
  .string()
  .regex(/^\d{1,14}\./)
  .transform((text) => {
    const [at = '', id = ''] = text.split('.');
    return { at: new Date(Number(at)), id };
  })
  .refine(({ id }) => isUuid(id));
export type Position = z.output<typeof Position>;

const text = lineInput(200).catch('');

/** The filter and position in the audit log's address. Invalid values are ignored. */
export const AuditFilter = z.object({
  action: text.default(''),
  person: text.default(''),
  subject: text.default(''),
  after: Position.optional().catch(undefined),
  before: Position.optional().catch(undefined),
});
export type AuditFilter = z.output<typeof AuditFilter>;

/** A position in the form that addresses use. */
export function positionText({ at, id }: Position): string {
  return `${at.getTime()}.${id}`;
}
