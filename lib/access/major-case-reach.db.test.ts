import { beforeAll, describe, expect, it } from 'vitest';
import { moveCaseAction } from '#lib/case/actions.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { addEntryToManyAction, assignManyAction, undoManyAction, updateManyAction } from '#lib/list/actions.ts';
import { bulkChoices } from '#lib/list/bulk-choices.ts';
import { addChildren } from '#lib/major-case/commands/add-children.ts';
import { openMajorCase } from '#lib/major-case/commands/open-major-case.ts';
import type { Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { addEntryAction, updateTaskAction } from '#lib/record-page/actions.ts';
import { recordView } from '#lib/record-page/queries/record-view.ts';
import { rowEdit } from '#lib/record-page/row-edit.ts';
import { syncChildren } from '#lib/testing/major-case-scenario.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { aCase, fresh, holderOf, world } from '#lib/testing/world.ts';
import { type Role, roleNames, roles } from './roles.ts';

/** MAJ-6 · Roles that manage major cases. */
const managers: readonly Role[] = ['admin', 'sn_customerservice_manager', 'sn_majorissue_mgt.major_issue_manager'];
const staffRoles = roleNames.filter((role) => roles[role].audience === 'internal');

const w = await world();
const holders = new Map<Role, Person>();
beforeAll(async () => {
  await syncChildren(true);
  for (const role of staffRoles) holders.set(role, await holderOf(`${role} alone`, [role]));
});

async function aFamily(): Promise<{ major: Case; children: Case[] }> {
  const values = { shortDescription: 'Payments fail', businessImpact: 'No sales.' };
  const major = await openMajorCase(w.mia, { as: 'major case', values });
  const children = [await aCase(w), await aCase(w, { consumerId: w.jane.id })];
  await addChildren(w.mia, { number: major.number, caseNumbers: children.map((child) => child.number) });
  return { major: await fresh(major), children: await Promise.all(children.map(fresh)) };
}

const solved = { resolutionCode: 'fixed_by_support', resolutionNotes: 'Replaced.' };

/** Every way to write to a major case. */
const ways: Readonly<Record<string, (major: Case, by: Person) => Promise<unknown>>> = {
  comment: ({ number }) => addEntryAction({ kind: 'case', number, type: 'comment', text: 'We look.' }),
  'work note': ({ number }) => addEntryAction({ kind: 'case', number, type: 'work_note', text: 'A router.' }),
  'comment on a selection': ({ number }) =>
    addEntryToManyAction({ kind: 'case', records: [{ number }], type: 'comment', text: 'We look.' }),
  field: ({ number, version }) => updateTaskAction({ kind: 'case', number, version, values: { priority: 1 } }),
  'field of a selection': ({ number, version }) =>
    updateManyAction({ kind: 'case', records: [{ number, version }], to: { values: { priority: 1 } } }),
  'assign a selection': ({ number, version }) =>
    assignManyAction({ kind: 'case', records: [{ number, version }], to: 'me', confirmed: true }),
  'assign to me': ({ number, version }) => moveCaseAction({ number, version, verb: 'assign-to-me' }),
  'propose a solution': ({ number, version }) =>
    moveCaseAction({ number, version, verb: 'propose-solution', values: solved }),
  close: ({ number, version }) =>
    moveCaseAction({ number, version, verb: 'close', values: { resolutionNotes: 'Done.' } }),
  'undo of a selection': ({ number, version }) =>
    undoManyAction({ what: 'priority', kind: 'case', records: [{ number, version }] }),
};

const asTheyStand = ({ id }: Case) =>
  db().task.findUniqueOrThrow({
    where: { id },
    select: { state: true, priority: true, assignedToId: true, version: true, entries: { select: { text: true } } },
  });

/** Whether a call was refused for a missing permission. */
async function isRefused(by: Person, call: () => Promise<unknown>): Promise<boolean> {
  signedIn.actor = by;
  const answer = (await call()) as { rule?: string; data?: { refused?: { rule: string }[] } };
  const rule = answer.rule ?? answer.data?.refused?.[0]?.rule ?? '';
  return /^(ACC-|REL-16)/.test(rule);
}

describe('ACC-13 · updates that reach the children of a major case', () => {
  it.each(Object.entries(ways))('ACC-13 · %s: managers of major cases alone', async (_way, attempt) => {
    const granted: Role[] = [];
    for (const role of staffRoles) {
      const by = holders.get(role) ?? w.nils;
      const { major, children } = await aFamily();
      const before = await Promise.all(children.map(asTheyStand));
      if (await isRefused(by, () => attempt(major, by)))
        expect(await Promise.all(children.map(asTheyStand)), role).toEqual(before);
      else granted.push(role);
    }
    expect(granted).toEqual(managers.filter((role) => staffRoles.includes(role)));
  });

  it('ACC-13 · the page, the row and the bulk bar offer it to the same people', async () => {
    const { major } = await aFamily();
    const offered = { page: [] as Role[], row: [] as Role[], bulk: [] as Role[] };
    for (const role of staffRoles) {
      const by = holders.get(role) ?? w.nils;
      const view = await recordView(by, 'case', major.number);
      const row = await rowEdit(by, { kind: 'case', number: major.number });
      const bulk = await bulkChoices(by, { kind: 'case', numbers: [major.number] });
      if (view && (view.mayEdit || view.mayComment || view.mayNote || view.verbs.length > 0)) offered.page.push(role);
      if (row && (row.moves.length > 0 || row.priority?.editable)) offered.row.push(role);
      const cannot = [bulk?.comment.cannot, bulk?.workNote.cannot, bulk?.priority.cannot];
      if (bulk && cannot.some((numbers) => !numbers?.includes(major.number)) && view) offered.bulk.push(role);
    }
    expect(offered).toEqual({ page: managers, row: managers, bulk: managers });
  });
});
