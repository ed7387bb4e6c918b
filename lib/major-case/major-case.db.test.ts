import { describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { timelineOf } from '#lib/journal/queries/timeline.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { waitsForLock } from '#lib/testing/locks.ts';
import {
  aCase,
  aCaseWithIncident,
  change,
  commentsOf,
  fresh,
  holderOf,
  notesOf,
  setIntegrationActive,
  world,
} from '#lib/testing/world.ts';
import { addChildren } from './commands/add-children.ts';
import { approveCandidate } from './commands/approve-candidate.ts';
import { openMajorCase } from './commands/open-major-case.ts';
import { proposeMajorCase } from './commands/propose-major-case.ts';
import { rejectCandidate } from './commands/reject-candidate.ts';
import { removeChild } from './commands/remove-child.ts';

const w = await world();

const why = { workNote: 'Eleven calls since nine.', businessImpact: 'No orders can be taken.' };

const propose = async (theCase: { number: string }, by = w.ava) =>
  proposeMajorCase(by, { number: theCase.number, ...why });

const openAs = (as: 'candidate' | 'major case', by = w.mia) =>
  openMajorCase(by, { as, values: { shortDescription: 'Payments fail', businessImpact: 'No sales.', priority: 2 } });

async function aMajorCaseWith(...children: Case[]): Promise<Case> {
  const major = await openAs('major case');
  await addChildren(w.mia, { number: major.number, caseNumbers: children.map(({ number }) => number) });
  return fresh(major);
}

describe('MAJ-1 · an agent proposes', () => {
  it('MAJ-1 · a case with reason and impact, and managers get an email that links to it', async () => {
    const theCase = await aCase(w);
    await propose(theCase);
    expect(await fresh(theCase)).toMatchObject({ majorCaseState: 'proposed', businessImpact: why.businessImpact });
    expect(await notesOf(theCase)).toEqual([why.workNote]);
    const mails = await db().mail.findMany({ where: { taskId: theCase.id, event: 'major case proposed' } });
    expect(mails.map(({ recipientId, body }) => [recipientId, body])).toEqual([
      [w.mia.id, `${why.businessImpact}\n\n${why.workNote}`],
    ]);
  });

  it('MAJ-1 · creates a candidate, which has no customer and is proactive; the author gets no email', async () => {
    const candidate = await openAs('candidate', w.ava);
    expect(candidate).toMatchObject({ majorCaseState: 'proposed', proactive: true, contactId: null, accountId: null });
    expect(await db().mail.count({ where: { taskId: candidate.id, recipientId: w.mia.id } })).toBe(1);
    const own = await openAs('candidate', w.mia);
    expect(await db().mail.count({ where: { taskId: own.id } })).toBe(0);
  });

  it('MAJ-1 · nothing without both texts, none twice, and no closed case', async () => {
    const theCase = await aCase(w);
    for (const [missing, field] of [
      [{ ...why, workNote: ' ' }, 'workNote'],
      [{ ...why, businessImpact: '' }, 'businessImpact'],
    ] as const)
      await expect(proposeMajorCase(w.ava, { number: theCase.number, ...missing })).rejects.toMatchObject({
        rule: 'MAJ-1',
        field,
      });
    await propose(theCase);
    await expect(propose(theCase)).rejects.toThrow('has been proposed already');
    const closed = await aCase(w);
    await moveCase(w.ava, { number: closed.number, verb: 'close', values: { resolutionNotes: 'Done.' } });
    await expect(propose(closed)).rejects.toThrow('is Closed');
  });

  it('MAJ-6, ACC-6 · an agent neither judges candidates nor creates or leads major cases', async () => {
    const [theCase, other] = [await aCase(w), await aCase(w)];
    await propose(theCase);
    const major = await aMajorCaseWith(other);
    const { number } = theCase;
    for (const attempt of [
      () => approveCandidate(w.ava, { number }),
      () => rejectCandidate(w.ava, { number, reason: 'No.' }),
      () => openAs('major case', w.ava),
      () => addChildren(w.ava, { number: major.number, caseNumbers: [number] }),
      () => removeChild(w.ava, { number: major.number, caseNumber: other.number }),
      () => moveCase(w.ava, { number: major.number, verb: 'cancel' }),
    ])
      await expect(attempt()).rejects.toMatchObject({ rule: expect.stringMatching(/^ACC-(6|13)$/) });
    const leader = await holderOf('Lou Leader', ['sn_majorissue_mgt.major_issue_manager']);
    expect(await approveCandidate(leader, { number })).toMatchObject({ majorCaseState: 'accepted' });
  });
});

describe('MAJ-2, MAJ-3 · a manager decides', () => {
  it('MAJ-2 · of a case: a major case is created from it with its related records, and it becomes the first child', async () => {
    const { theCase, incident } = await aCaseWithIncident(w, { description: 'Code 402', impact: 1, priority: 2 });
    await propose(theCase);
    const major = await approveCandidate(w.mia, { number: theCase.number });
    expect(major).toMatchObject({
      shortDescription: theCase.shortDescription,
      description: 'Code 402',
      impact: 1,
      priority: 2,
      businessImpact: why.businessImpact,
      incidentId: incident.id,
      majorCaseState: 'accepted',
      contactId: null,
      accountId: null,
      state: 'new',
    });
    expect(await fresh(theCase)).toMatchObject({ majorCaseState: null, parentId: major.id, incidentId: incident.id });
    expect((await notesOf(theCase)).at(-1)).toBe(`Accepted as child of major case ${major.number}.`);
  });

  it('MAJ-2, SYNC-000 · its related records are locked before it: an update of one of them goes first', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await propose(theCase);
    const approving = await transaction(async (tx) => {
      await tx.$queryRaw`select id from tasks where id = ${incident.id}::uuid for no key update`;
      const approval = approveCandidate(w.mia, { number: theCase.number });
      await expect.poll(waitsForLock).toBe(true);
      await tx.$queryRaw`select id from tasks where id = ${theCase.id}::uuid for no key update nowait`;
      return { approval };
    });
    expect(await approving.approval).toMatchObject({ majorCaseState: 'accepted', incidentId: incident.id });
  });

  it('MAJ-2 · one that was created directly becomes the major case itself', async () => {
    const { number, id } = await openAs('candidate', w.ava);
    expect(await approveCandidate(w.mia, { number })).toMatchObject({ id, number, majorCaseState: 'accepted' });
  });

  it('MAJ-2 · two managers at once: one outcome, and the second reads which', async () => {
    const second = await holderOf('Max Manager', ['sn_customerservice_manager']);
    for (const other of ['approve', 'reject'] as const) {
      const theCase = await aCase(w);
      await propose(theCase);
      const { number } = theCase;
      const majors = await db().case.count({ where: { majorCaseState: 'accepted' } });
      const answers = await Promise.allSettled([
        approveCandidate(w.mia, { number }),
        other === 'approve' ? approveCandidate(second, { number }) : rejectCandidate(second, { number, reason: 'No.' }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const refused = answers.find((answer) => answer.status === 'rejected');
      const accepted = (await fresh(theCase)).parentId !== null;
      expect(String(refused?.reason)).toMatch(
        accepted ? /(Mia|Max) Manager has approved CS\d+ already/ : /(Mia|Max) Manager has rejected CS\d+ already/,
      );
      expect(await db().case.count({ where: { majorCaseState: 'accepted' } })).toBe(majors + (accepted ? 1 : 0));
    }
  });

  it('MAJ-3 · a rejection has a reason, written as a work note, and the case is an ordinary one again', async () => {
    const theCase = await aCase(w);
    await propose(theCase);
    const { number } = theCase;
    await expect(rejectCandidate(w.mia, { number, reason: '' })).rejects.toMatchObject({ rule: 'MAJ-3' });
    await rejectCandidate(w.mia, { number, reason: 'One router only.' });
    expect(await fresh(theCase)).toMatchObject({ majorCaseState: 'rejected', parentId: null, state: 'new' });
    expect((await notesOf(theCase)).at(-1)).toBe('One router only.');
    await change(w.ava, await fresh(theCase), { priority: 3 });
    await propose(theCase);
    expect((await fresh(theCase)).majorCaseState).toBe('proposed');
  });

  it('MAJ-3 · a rejected candidate that has no customer can still be given one, and be worked', async () => {
    const candidate = await openAs('candidate', w.ava);
    await rejectCandidate(w.mia, { number: candidate.number, reason: 'One customer only.' });
    await change(w.ava, await fresh(candidate), { priority: 3 });
    await change(w.ava, await fresh(candidate), { contactId: w.cora.id });
    expect(await fresh(candidate)).toMatchObject({ contactId: w.cora.id, accountId: w.boxeo });
  });

  it('MAJ-2 · a candidate that was resolved since is not accepted', async () => {
    const theCase = await aCase(w);
    await propose(theCase);
    const values = { resolutionCode: 'fixed_by_support', resolutionNotes: 'Done.' };
    await moveCase(w.ava, { number: theCase.number, verb: 'propose-solution', values });
    await expect(approveCandidate(w.mia, { number: theCase.number })).rejects.toThrow('is Resolved');
  });
});

describe('MAJ-4, MAJ-8 · children', () => {
  it('MAJ-4 · those that can be are added, and each that is left out has its reason', async () => {
    const major = await openAs('major case');
    const [one, two, closed, candidate, bare] = [
      await aCase(w),
      await aCase(w, { consumerId: w.jane.id }),
      await aCase(w),
      await aCase(w),
      await openAs('major case'),
    ];
    await moveCase(w.ava, { number: closed.number, verb: 'close', values: { resolutionNotes: 'Done.' } });
    await propose(candidate);
    const elsewhere = await aCase(w);
    const other = await aMajorCaseWith(elsewhere);
    const selected = [one, two, closed, candidate, bare, elsewhere, { number: 'CS0999999' }, major, one];
    const { added, leftOut } = await addChildren(w.mia, {
      number: major.number,
      caseNumbers: selected.map(({ number }) => number),
    });
    expect(added).toEqual([one.number, two.number]);
    expect(leftOut.map(({ because }) => because)).toEqual([
      `${closed.number} is Closed.`,
      `${candidate.number} is a candidate: approve or reject it first.`,
      `${bare.number} is a major case itself.`,
      `${elsewhere.number} belongs to major case ${other.number}.`,
      'There is no case CS0999999 that you can see.',
      `${major.number} is this major case itself.`,
    ]);
    expect(await fresh(one)).toMatchObject({ parentId: major.id });
    expect(await notesOf(two)).toEqual([`Added as child of major case ${major.number}.`]);
    expect((await notesOf(major)).at(-1)).toBe('2 child cases added.');
    const again = await addChildren(w.mia, { number: major.number, caseNumbers: [one.number] });
    expect(again).toEqual({
      added: [],
      leftOut: [{ number: one.number, because: `${one.number} is a child of this major case already.` }],
    });
  });

  it('MAJ-4 · a thousand selected cases would be too many, and those of other agents’ customers are left out', async () => {
    const leader = await holderOf('Lea Leader', ['sn_majorissue_mgt.major_issue_manager']);
    const [ofCora, ofJane] = [await aCase(w), await aCase(w, { consumerId: w.jane.id })];
    const major = await openAs('major case');
    const { added, leftOut } = await addChildren(leader, {
      number: major.number,
      caseNumbers: [ofCora.number, ofJane.number],
    });
    expect(added).toEqual([ofCora.number]);
    expect(leftOut).toEqual([
      { number: ofJane.number, because: `There is no case ${ofJane.number} that you can see.` },
    ]);
  });

  it('MAJ-4, SYNC-000 · of two major cases that take one case at once, one gets it', async () => {
    const theCase = await aCase(w);
    const [one, two] = [await openAs('major case'), await openAs('major case')];
    const took = await Promise.all(
      [one, two].map(({ number }) => addChildren(w.mia, { number, caseNumbers: [theCase.number] })),
    );
    expect(took.flatMap(({ added }) => added)).toEqual([theCase.number]);
  });

  it('MAJ-8 · a child accepts no related record; after leaving its major case it does again', async () => {
    const { incident } = await aCaseWithIncident(w);
    const theCase = await aCase(w);
    const major = await aMajorCaseWith(theCase);
    const relate = { caseNumber: theCase.number, link: 'incident', number: incident.number } as const;
    await expect(associate(w.ava, relate)).rejects.toMatchObject({ rule: 'REL-2' });
    await removeChild(w.mia, { number: major.number, caseNumber: theCase.number });
    expect((await notesOf(theCase)).at(-1)).toBe(`Removed from major case ${major.number}.`);
    await associate(w.ava, relate);
    expect(await fresh(theCase)).toMatchObject({ parentId: null, incidentId: incident.id });
    await expect(removeChild(w.mia, { number: major.number, caseNumber: theCase.number })).rejects.toThrow(
      'is no longer a child',
    );
  });

  it('MAJ-7 · a child that joins later receives no earlier entries of its major case', async () => {
    const [early, late] = [await aCase(w), await aCase(w)];
    const major = await aMajorCaseWith(early);
    for (const type of ['comment', 'work_note'] as const)
      await addEntry(w.mia, { kind: 'case', number: major.number, type, text: 'A router burns.' });
    await addChildren(w.mia, { number: major.number, caseNumbers: [late.number] });
    expect(await notesOf(late)).toEqual([`Added as child of major case ${major.number}.`]);
    expect(await commentsOf(late)).toEqual([]);
  });

  it('MAJ-4 · a major case gets no customer', async () => {
    const major = await openAs('major case');
    await expect(change(w.mia, major, { contactId: w.cora.id })).rejects.toMatchObject({ rule: 'MAJ-4' });
  });
});

it('MAJ-2, REL-11 · a major case from a candidate keeps product and group, and its incident notes the link', async () => {
  const { theCase, incident } = await aCaseWithIncident(w);
  const kept = { productId: w.product, assignmentGroupId: w.desk };
  await change(w.adam, theCase, kept);
  await proposeMajorCase(w.mia, { number: theCase.number, workNote: 'All call.', businessImpact: 'No sales.' });
  const major = await approveCandidate(w.mia, { number: theCase.number });
  expect(await fresh(major)).toMatchObject({ ...kept, incidentId: incident.id });
  expect(await notesOf(incident)).toContain(`Case ${major.number} associated.`);
});

it.each(['candidate', 'major case'] as const)(
  'CASE-9 · a manager returns a resolved %s without a customer to Open, with a work note',
  async (as) => {
    const values = { shortDescription: 'Payments fail', businessImpact: 'No sales.' };
    const { number } = await openMajorCase(w.mia, { as, values });
    const solved = { resolutionCode: 'fixed_by_support', resolutionNotes: 'Replaced.' };
    await moveCase(w.mia, { number, verb: 'propose-solution', values: solved });
    const back = (by: Actor, workNote: string) => moveCase(by, { number, verb: 'reopen', workNote });
    await expect(back(w.ava, 'It fails again.')).rejects.toMatchObject({ rule: expect.stringMatching(/^ACC-/) });
    await expect(back(w.mia, ' ')).rejects.toMatchObject({ field: 'workNote' });
    const { value } = await back(w.mia, 'It fails again.');
    expect(value).toMatchObject({ state: 'open', majorCaseState: as === 'candidate' ? 'proposed' : 'accepted' });
  },
);

it('ACC-6, MAJ-4 · the journal of a major case names no child: not all of its readers may see them', async () => {
  const ofJane = await aCase(w, { consumerId: w.jane.id });
  await proposeMajorCase(w.mia, { number: ofJane.number, workNote: 'All call.', businessImpact: 'No sales.' });
  const major = await approveCandidate(w.mia, { number: ofJane.number });
  const another = await aCase(w, { consumerId: w.jane.id });
  await addChildren(w.mia, { number: major.number, caseNumbers: [another.number] });
  await removeChild(w.mia, { number: major.number, caseNumber: another.number });
  expect(await notesOf(major)).toEqual([
    'Created from a candidate, which is its first child case.',
    '1 child case added.',
    '1 child case removed.',
  ]);
  const pat = await timelineOf(w.pat, { kind: 'case', number: major.number, filter: 'all', cursor: null });
  expect(JSON.stringify(pat)).not.toContain(ofJane.number);
});

describe('MAJ-10, CASE-9 · the end', () => {
  it('MAJ-10 · a cancelled major case releases its children and notifies them; closed ones are unchanged', async () => {
    const [open, resolved, closed] = [await aCase(w), await aCase(w), await aCase(w)];
    const major = await aMajorCaseWith(open, resolved, closed);
    const values = { resolutionCode: 'fixed_by_support', resolutionNotes: 'Done.' };
    await moveCase(w.ava, { number: resolved.number, verb: 'propose-solution', values });
    await moveCase(w.ava, { number: closed.number, verb: 'close', values: { resolutionNotes: 'Done.' } });
    await moveCase(w.mia, { number: major.number, verb: 'cancel' });
    expect(await fresh(major)).toMatchObject({ state: 'cancelled', majorCaseState: 'cancelled' });
    const note = `Major case ${major.number} was cancelled: this case no longer belongs to it.`;
    for (const child of [open, resolved]) {
      expect((await fresh(child)).parentId).toBe(null);
      expect((await notesOf(child)).at(-1)).toBe(note);
    }
    expect(await fresh(closed)).toMatchObject({ parentId: major.id, state: 'closed' });
    expect(await notesOf(closed)).not.toContain(note);
  });

  it('MAJ-10 · a cancelled case is no longer a candidate', async () => {
    const theCase = await aCase(w);
    await propose(theCase);
    await moveCase(w.ava, { number: theCase.number, verb: 'cancel' });
    expect((await fresh(theCase)).majorCaseState).toBe('cancelled');
  });

  it('CASE-9, MAJ-8 · a resolved major case is closed by a manager, and its children can leave it still', async () => {
    const child = await aCase(w);
    const major = await aMajorCaseWith(child);
    const { number } = major;
    const values = { resolutionCode: 'fixed_by_support', resolutionNotes: 'Replaced.' };
    await moveCase(w.mia, { number, verb: 'propose-solution', values });
    await expect(
      moveCase(w.ava, { number, verb: 'close', values: { resolutionNotes: 'Done.' } }),
    ).rejects.toMatchObject({ rule: 'ACC-13' });
    await moveCase(w.mia, { number, verb: 'close', values: { resolutionNotes: 'Replaced.' } });
    expect(await fresh(child)).toMatchObject({ state: 'new', parentId: major.id });
    await removeChild(w.mia, { number, caseNumber: child.number });
    expect((await fresh(child)).parentId).toBe(null);
  });

  it('MAJ-10 · cancelled while a child is added: it is no child of a cancelled major case', async () => {
    for (let round = 0; round < 5; round++) {
      const theCase = await aCase(w);
      const major = await openAs('major case');
      await Promise.allSettled([
        addChildren(w.mia, { number: major.number, caseNumbers: [theCase.number] }),
        moveCase(w.mia, { number: major.number, verb: 'cancel' }),
      ]);
      expect(await fresh(major)).toMatchObject({ state: 'cancelled' });
      expect((await fresh(theCase)).parentId).toBe(null);
    }
  });
});

it('REL-3 · with major cases switched off, all their actions are refused', async () => {
  const theCase = await aCase(w);
  const major = await openAs('major case');
  await setIntegrationActive('com.sn_majorissue_mgt', false);
  await expect(propose(theCase)).rejects.toMatchObject({ rule: 'REL-3' });
  await expect(openAs('major case')).rejects.toMatchObject({ rule: 'REL-3' });
  const caseNumbers = [theCase.number];
  await expect(addChildren(w.mia, { number: major.number, caseNumbers })).rejects.toMatchObject({ rule: 'REL-3' });
  await setIntegrationActive('com.sn_majorissue_mgt', true);
  expect((await propose(theCase)).majorCaseState).toBe('proposed');
});
