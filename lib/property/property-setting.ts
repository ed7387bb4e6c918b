import { no, yes } from '#lib/platform/verdict.ts';
import type { Setting } from './change-setting.ts';
import { complaintAbout, isPropertyName, properties } from './properties.ts';

/** ADM-1 · A system property; one that is not in the table of the product can not be set. */
export const propertySetting: Setting = {
  action: 'property.changed',
  async lock(tx, name) {
    const [row] = await tx.$queryRaw<{ value: string }[]>`select value from properties where name = ${name} for update`;
    return row?.value ?? (isPropertyName(name) ? properties[name].default : null);
  },
  check(_tx, name, value) {
    if (!isPropertyName(name)) return no('ADM-1', `There is no property ${name}.`);
    const complaint = complaintAbout(name, value);
    return complaint ? no('ADM-1', complaint, 'value') : yes;
  },
  async write(tx, name, value) {
    if (value === null) throw new Error('A property always has a value.');
    await tx.property.upsert({ where: { name }, create: { name, value }, update: { value } });
  },
};
