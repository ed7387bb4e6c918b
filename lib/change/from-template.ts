import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import type { FieldValue } from '#lib/record/field.ts';

/** REL-7, CHG-4 · A standard change copies all values from its template. Refused: a missing or inactive template. */
export async function changeFromTemplate(
  tx: Db,
  actor: Actor,
  templateId: string | undefined,
): Promise<Record<string, FieldValue>> {
  const template = templateId ? await tx.changeTemplate.findUnique({ where: { id: templateId } }) : null;
  if (!template?.active) throw new Refusal('REL-7', 'Choose a template from the catalog.', { field: 'templateId' });
  const { id, name: _name, active: _active, ...values } = template;
  return { ...values, type: 'standard', templateId: id, requestedById: actor.id };
}
