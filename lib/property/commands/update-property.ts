import type { Actor } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { isPropertyName, parseProperty } from '#lib/settings/properties.ts';
import { changeSetting } from '../change-setting.ts';
import { propertySetting } from '../property-setting.ts';
import type { UpdateProperty } from '../schema.ts';

/** ADM-1 · Sets a property; every server uses it from its next command on. False: the value was the same already. */
export function updateProperty(actor: Actor, { name, value: text }: UpdateProperty): Promise<boolean> {
  const value = isPropertyName(name) ? parseProperty(name, text) : text;
  return transaction((tx) => changeSetting(tx, actor, propertySetting, { subject: name, value }));
}
