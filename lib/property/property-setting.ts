import { no, yes } from '#lib/platform/verdict.ts';
import {
  isPropertyName,
  type PropertyValue,
  parseProperty,
  properties,
  propertyError,
} from '#lib/settings/properties.ts';
import type { Setting } from './change-setting.ts';

/** ADM-1 · A system property; a property that the product does not list cannot be set. */
export const propertySetting: Setting<PropertyValue> = {
  action: 'property.changed',
  governsPages: true,
  parse: (logged) => (typeof logged === 'object' ? null : logged),
  async lock(tx, name) {
    const [row] = await tx.$queryRaw<{ value: string }[]>`select value from properties where name = ${name} for update`;
    if (!isPropertyName(name)) return row?.value ?? null;
    return row ? parseProperty(name, row.value) : properties[name].default;
  },
  async check(tx, name, value) {
    if (!isPropertyName(name)) return no('ADM-1', `There is no property ${name}.`);
    const error = propertyError(name, value);
    if (error) return no('ADM-1', error, 'value');
    if (properties[name].type !== 'group' || value === '') return yes;
    const isThere = (await tx.group.count({ where: { name: String(value) } })) > 0;
    return isThere ? yes : no('ADM-1', 'Must be the name of a group, or empty.', 'value');
  },
  async write(tx, name, value) {
    const text = String(value);
    await tx.property.upsert({ where: { name }, create: { name, value: text }, update: { value: text } });
  },
};
