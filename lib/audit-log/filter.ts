import { z } from 'zod';
import { lineInput } from '#lib/platform/text-input.ts';
import { isUuid } from '#lib/platform/uuid.ts';

/** A place in the log: the time and the id of an entry. */
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

/** The audit log's address: what is asked for, and from where on. What cannot be read is left out. */
export const AuditFilter = z.object({
  action: text.default(''),
  person: text.default(''),
  subject: text.default(''),
  after: Position.optional().catch(undefined),
  before: Position.optional().catch(undefined),
});
export type AuditFilter = z.output<typeof AuditFilter>;

/** A place as it stands in the address. */
export function positionText({ at, id }: Position): string {
  return `${at.getTime()}.${id}`;
}
