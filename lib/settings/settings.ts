import { type Db, Prisma } from '#lib/platform/db.ts';
import type { IntegrationId } from './integrations.ts';
import { defaultLookup, type LookupRow } from './priority.ts';
import { type PropertyName, properties } from './properties.ts';

/** Administrator settings, as read for one command or page. Rules receive them as an argument. */
export type Settings = {
  values: ReadonlyMap<string, string>;
  rulesOff: ReadonlySet<string>;
  integrationsOff: ReadonlySet<string>;
  lookup: readonly LookupRow[];
};

/** Settings before any change. */
export const defaultSettings: Settings = {
  values: new Map(),
  rulesOff: new Set(['SYNC-CASE-2']),
  integrationsOff: new Set(),
  lookup: defaultLookup.map((row) => ({ ...row, active: true })),
};

/** Result of `settingsJson`. */
export type SettingsRow = {
  values: Record<string, string>;
  rulesOff: string[];
  integrationsOff: string[];
  lookup: LookupRow[];
};

/** All settings as JSON: a `SettingsRow`. */
export const settingsJson = Prisma.sql`json_build_object(
  'values', (select coalesce(json_object_agg(name, value), '{}') from properties),
  'rulesOff', array(select id from business_rules where not active),
  'integrationsOff', array(select id from integrations where not active),
  'lookup', (select coalesce(json_agg(l order by l."order"), '[]') from priority_lookups l where active))`;

/** One query, run again by every command, so that a change takes effect on all servers at once. */
export async function readSettings(tx: Db): Promise<Settings> {
  const [row] = await tx.$queryRaw<{ settings: SettingsRow }[]>`/* prepared */ select ${settingsJson} as settings`;
  if (!row) throw new Error('The settings could not be read.');
  return settingsOf(row.settings);
}

/** Settings from a row that was read with another query. */
export function settingsOf({ values, rulesOff, integrationsOff, lookup }: SettingsRow): Settings {
  return {
    values: new Map(Object.entries(values)),
    rulesOff: new Set(rulesOff),
    integrationsOff: new Set(integrationsOff),
    lookup,
  };
}

export function property(settings: Settings, name: PropertyName): string {
  return settings.values.get(name) ?? String(properties[name].default);
}

export function isOn(settings: Settings, name: PropertyName): boolean {
  return property(settings, name) === 'true';
}

export function integer(settings: Settings, name: PropertyName): number {
  return Number(property(settings, name));
}

/** REL-3: whether an integration is switched on. */
export function isIntegrated(settings: Settings, id: IntegrationId): boolean {
  return !settings.integrationsOff.has(id);
}
