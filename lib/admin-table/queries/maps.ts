import { mayEditMaps, mayEditSomeMaps } from '#lib/access/field-service.ts';
import {
  type DirectionName,
  directionNames,
  isDirection,
  type MapDirection,
  mapDirections,
} from '#lib/field-mapping/mapping.ts';
import { competingRows } from '#lib/field-mapping/rules/row-counts.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { isUuid } from '#lib/platform/uuid.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import { taskKinds } from '#lib/record/kind.ts';
import { adminTables } from '../admin-tables.ts';
import { mayEditRow } from '../may-edit-row.ts';
import { type AdminRow, selectRows } from '../row-sql.ts';

const maps = adminTables['field-map'];
const mappings = adminTables['field-mapping'];

/** The directions whose maps the actor may edit. */
export const directionsOf = (actor: Actor): DirectionName[] =>
  directionNames.filter((name) => mayEditMaps(actor, mapDirections[name].target).ok);

/** The maps of a direction, the one with the highest order first. */
export type MapsOfDirection = { name: DirectionName; label: string; target: string; always: string; maps: AdminRow[] };

/** ADM-4, ACC-15 · The maps that the actor may edit, by direction. */
export async function listMaps(actor: Actor): Promise<MapsOfDirection[]> {
  enforce(mayEditSomeMaps(actor));
  const names = directionsOf(actor);
  const rows = await selectRows(db(), maps, Prisma.sql`k.direction = any(${names})`);
  return names.map((name) => ({
    name,
    label: mapDirections[name].label,
    always: mapDirections[name].always,
    target: taskKinds[mapDirections[name].target].plural.toLowerCase(),
    maps: rows.filter(({ values }) => values.direction === name).toReversed(),
  }));
}

/** A map with its rows in order; `notes`, by row id, explains fields that have several rows. */
export type MapWithRows = {
  map: AdminRow;
  direction: DirectionName;
  of: MapDirection;
  rows: AdminRow[];
  notes: ReadonlyMap<string, string>;
};

/** ADM-4 · One map with its rows. Missing maps and maps that the actor may not edit get the same refusal. */
export async function mapWithRows(actor: Actor, id: string): Promise<MapWithRows> {
  const [map] = isUuid(id) ? await selectRows(db(), maps, Prisma.sql`k.id = ${id}::uuid`) : [];
  const direction = map?.values.direction ?? '';
  if (!map || !isDirection(direction) || !mayEditRow(actor, 'field-map', map.values).ok) throw notFound(maps.noun);
  const [rows, competing] = await Promise.all([
    selectRows(db(), mappings, Prisma.sql`k.map_id = ${id}::uuid`),
    db().fieldMapping.findMany({ where: { mapId: id } }),
  ]);
  return { map, direction, of: mapDirections[direction], rows, notes: competingRows(competing) };
}
