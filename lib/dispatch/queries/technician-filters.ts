import { mayDispatch } from '#lib/access/field-service.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';

/** The filters for the board's technicians. */
export interface TechnicianFilters {
  groups: { id: string; name: string }[];
  regions: string[];
  skills: string[];
}

/** WO-7 · The groups, regions and skills that technicians have. */
export async function technicianFilters(actor: Actor): Promise<TechnicianFilters> {
  enforce(mayDispatch(actor));
  const [groups, regions, skills] = await Promise.all([
    db().group.findMany({
      where: { members: { some: { user: { technician: { active: true } } } } },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
    db().technician.findMany({
      where: { active: true, region: { not: '' } },
      distinct: ['region'],
      select: { region: true },
      orderBy: { region: 'asc' },
    }),
    db().technicianSkill.findMany({ distinct: ['skill'], select: { skill: true }, orderBy: { skill: 'asc' } }),
  ]);
  return { groups, regions: regions.map(({ region }) => region), skills: skills.map(({ skill }) => skill) };
}
