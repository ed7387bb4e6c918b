import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { firstValueOf } from '#lib/settings/first-values.ts';
import { type PropertyDeclaration, type PropertyName, properties } from '#lib/settings/properties.ts';
import { property, readSettings } from '#lib/settings/settings.ts';
import { type PropertyGroup, propertyTitles } from './property-titles.ts';

export type ListedProperty = {
  name: PropertyName;
  title: string;
  group: PropertyGroup;
  description: string;
  type: PropertyDeclaration['type'];
  /** The type in words, with its range. */
  typeText: string;
  default: string;
  value: string;
};

/** ADM-1 · Every property with its value. */
export async function listProperties(actor: Actor): Promise<ListedProperty[]> {
  enforce(mayAdminister(actor));
  const settings = await readSettings(db());
  const declared = Object.entries(properties) as [PropertyName, PropertyDeclaration][];
  return declared.map(([name, declaration]) => ({
    name,
    group: propertyTitles[name][0],
    title: propertyTitles[name][1],
    description: declaration.description,
    type: declaration.type,
    typeText: typeText(declaration),
    default: String(firstValueOf(name)),
    value: property(settings, name),
  }));
}

function typeText(declaration: PropertyDeclaration): string {
  if (declaration.type === 'boolean') return 'true/false';
  if (declaration.type === 'group') return 'name of a group';
  if (declaration.type === 'string' || declaration.type === 'list') return declaration.is;
  if (declaration.type === 'choice') return declaration.choices.join(' or ');
  const { min, max } = declaration;
  return max === undefined ? `integer, ${min} or more` : `integer, ${min} to ${max}`;
}
