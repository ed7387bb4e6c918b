import { describe, expect, it } from 'vitest';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { watch } from '#lib/engine/commands/watch.ts';
import { readTimeline } from '#lib/journal/queries/timeline.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import type { CaseVerbName } from '#lib/kinds/case/verbs.ts';
import { db } from '#lib/platform/db.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import { remove } from '#lib/related/commands/remove.ts';
import {
  aCase,
  aCaseWithIncident,
  anIncident,
  change,
  commentsOf,
  fresh,
  holderOf,
  journalOf,
  world,
} from '#lib/testing/world.ts';
import { moveCase } from './commands/move-case.ts';
import { MoveCase } from './schema.ts';

const w = await world();

const solved = { resolutionCode: 'fixed_by_support', resolutionNotes: 'The cable was replaced.' };

/** A case in a state, reached as users do. */
async function aCaseThatIs(state: string): Promise<Case> {
  const theCase = await aCase(w);
  const { number } = theCase;
  const go = (verb: CaseVerbName, more = {}) => moveCase(w.ava, { number, verb, ...more });
  if (state !== 'new') await go('assign-to-me');
  if (state === 'awaiting_info') await go('request-info', { comment: 'Which port?' });
  if (state === 'resolved') await go('propose-solution', { values: solved });
  if (state === 'closed') await go('close', { values: solved });
  if (state === 'cancelled') await go('cancel');
  return fresh(theCase);
}

describe('the buttons of a case', () => {
  it('CASE-8 · Assign to me takes a new case and opens it', async () => {
    const theCase = await aCase(w);
    await moveCase(w.ava, { number: theCase.number, verb: 'assign-to-me' });
    expect(await fresh(theCase)).toMatchObject({ state: 'open', assignedToId: w.ava.id });
  });

  it('CASE-8 · Assign to me takes over an open case without moving it', async () => {
    const theCase = await aCaseThatIs('awaiting_info');
    await moveCase(w.pat, { number: theCase.number, verb: 'assign-to-me' });
    expect(await fresh(theCase)).toMatchObject({ state: 'awaiting_info', assignedToId: w.pat.id });
  });

  it('CASE-8, REC-3 · when two users assign the same free case to themselves, the second reads who has it', async () => {
    const { number, version, id } = await aCase(w);
    const take = { number, version, verb: 'assign-to-me' } as const;
    await moveCase(w.pat, take);
    await expect(moveCase(w.mia, take)).rejects.toMatchObject({
      rule: 'REC-3',
      because: expect.stringMatching(/^Pat Plain changed .*Assigned to/),
    });
    expect(await db().task.findUniqueOrThrow({ where: { id } })).toMatchObject({ assignedToId: w.pat.id });
    // Buttons of a page always send the version that the page shows.
    expect(MoveCase.safeParse(take).success).toBe(true);
    expect(MoveCase.safeParse({ number, verb: 'assign-to-me' }).success).toBe(false);
  });

  it('CASE-8 · Accept is for the assignee only', async () => {
    const theCase = await aCase(w, { assignedToId: w.ava.id });
    const accept = { number: theCase.number, verb: 'accept' } as const;
    await expect(moveCase(w.pat, accept)).rejects.toMatchObject({ rule: 'CASE-8' });
    await moveCase(w.ava, accept);
    expect(await fresh(theCase)).toMatchObject({ state: 'open', assignedToId: w.ava.id });
  });

  it('CASE-8, CASE-12 · a new case defaults to 2 - Medium, 3 - Low and 4 - Low, as in the lookup', async () => {
    expect(await aCase(w)).toMatchObject({ impact: 2, urgency: 3, priority: 4, state: 'new', channel: 'web' });
  });

  it('CASE-8, INC-4 · the priority of a case is set by hand, whatever its impact', async () => {
    const theCase = await aCase(w, { impact: 1, urgency: 1 });
    expect(theCase.priority).toBe(4);
    await change(w.ava, theCase, { priority: 1, impact: 3 });
    expect(await fresh(theCase)).toMatchObject({ priority: 1, impact: 3 });
  });

  it('CASE-1 · Request info needs the question, which the customer sees', async () => {
    const theCase = await aCaseThatIs('open');
    const ask = { number: theCase.number, verb: 'request-info' } as const;
    await expect(moveCase(w.ava, ask)).rejects.toMatchObject({ rule: 'CASE-1', field: 'comment' });
    expect((await fresh(theCase)).state).toBe('open');
    await moveCase(w.ava, { ...ask, comment: 'Which port?' });
    expect((await fresh(theCase)).state).toBe('awaiting_info');
    expect(await commentsOf(theCase)).toEqual(['Which port?']);
  });

  it.each([
    ['no code', { resolutionNotes: 'Done.' }, 'resolutionCode'],
    ['no notes', { resolutionCode: 'duplicate' }, 'resolutionNotes'],
  ])('CASE-2 · Propose solution with %s is refused at the field', async (_what, values, field) => {
    const { number } = await aCaseThatIs('open');
    const proposal = moveCase(w.ava, { number, verb: 'propose-solution', values });
    await expect(proposal).rejects.toMatchObject({ rule: 'CASE-2', field });
  });

  it('CASE-2 · resolution notes are copied to the comments only on request', async () => {
    const quiet = await aCaseThatIs('open');
    await moveCase(w.ava, { number: quiet.number, verb: 'propose-solution', values: solved });
    expect(await commentsOf(quiet)).toEqual([]);
    const copied = await aCaseThatIs('open');
    const values = { ...solved, addResolutionNotesToComments: true };
    await moveCase(w.ava, { number: copied.number, verb: 'propose-solution', values });
    expect(await commentsOf(copied)).toEqual(['The cable was replaced.']);
  });

  it('CASE-2, MAIL-10 · a button without a comment field accepts no comment: shared text is sent once', async () => {
    const theCase = await aCaseThatIs('open');
    const values = { ...solved, addResolutionNotesToComments: true };
    const comment = solved.resolutionNotes;
    const propose = { number: theCase.number, verb: 'propose-solution', values } as const;
    const refused = { rule: 'REC-5', because: 'Propose solution does not accept a comment.' };
    await expect(moveCase(w.ava, { ...propose, comment })).rejects.toMatchObject(refused);
    await moveCase(w.ava, propose);
    expect(await commentsOf(theCase)).toEqual(['The cable was replaced.']);
    const accept = { number: theCase.number, verb: 'accept-solution' } as const;
    await expect(moveCase(w.cora, { ...accept, comment: 'Thank you.' })).rejects.toMatchObject({ rule: 'REC-5' });
    await moveCase(w.cora, accept);
    expect(await commentsOf(theCase)).toEqual(['The cable was replaced.']);
  });

  it('CASE-2 · an agent who closes needs notes; a customer does not', async () => {
    const byAgent = await aCaseThatIs('open');
    const close = { number: byAgent.number, verb: 'close' } as const;
    await expect(moveCase(w.ava, close)).rejects.toMatchObject({ rule: 'CASE-2' });
    await moveCase(w.ava, { ...close, values: { resolutionNotes: 'No longer needed.' } });
    const byCustomer = await aCaseThatIs('open');
    await moveCase(w.cora, { number: byCustomer.number, verb: 'close-own' });
    expect([(await fresh(byAgent)).state, (await fresh(byCustomer)).state]).toEqual(['closed', 'closed']);
  });

  it('CASE-6 · an unknown resolution code is refused at the field', async () => {
    const { number } = await aCaseThatIs('open');
    const values = { ...solved, resolutionCode: 'magic' };
    const proposal = moveCase(w.ava, { number, verb: 'propose-solution', values });
    await expect(proposal).rejects.toMatchObject({ rule: 'REC-5', field: 'resolutionCode' });
  });

  it.each<[CaseVerbName, string, { comment?: string }]>([
    ['accept-solution', 'closed', {}],
    ['reject-solution', 'open', { comment: 'As I said.' }],
  ])('CASE-3 · in Resolved, %s is for the customer only', async (verb, state, words) => {
    const theCase = await aCaseThatIs('resolved');
    const answer = { number: theCase.number, verb, ...words };
    for (const staff of [w.ava, w.mia, w.adam])
      await expect(moveCase(staff, answer)).rejects.toMatchObject({ rule: 'ACC-6' });
    await moveCase(w.cora, answer);
    expect((await fresh(theCase)).state).toBe(state);
  });

  it('CASE-3 · another customer cannot answer, and does not learn that the case exists', async () => {
    const { number } = await aCaseThatIs('resolved');
    const missing = await moveCase(w.fiona, { number: 'CS0999999', verb: 'accept-solution' }).catch((no) => no);
    const hidden = await moveCase(w.fiona, { number, verb: 'accept-solution' }).catch((no) => no);
    expect(hidden).toMatchObject({ rule: 'REL-16' });
    expect(hidden.because.replace(number, 'CS0999999')).toBe(missing.because);
  });
});

describe('an answer by phone', () => {
  const note = { workNote: 'She phoned at nine: it works.' };
  const historyOf = async ({ id: taskId }: Case) =>
    (await readTimeline(w.ava, { kind: 'case', taskId, filter: 'change', before: null })).entries.map(({ by }) => by);

  it.each([
    ['record-acceptance', 'closed'],
    ['record-rejection', 'open'],
  ] as const)('CASE-10 · %s takes a work note, and history says on whose behalf', async (verb, state) => {
    const theCase = await aCaseThatIs('resolved');
    const { number } = theCase;
    for (const workNote of [undefined, ' '])
      await expect(moveCase(w.ava, { number, verb, ...(workNote ? { workNote } : {}) })).rejects.toMatchObject({
        rule: 'CASE-10',
        field: 'workNote',
      });
    expect((await fresh(theCase)).state).toBe('resolved');
    await moveCase(w.ava, { number, verb, ...note });
    expect((await fresh(theCase)).state).toBe(state);
    expect((await journalOf(theCase)).at(-1)).toMatchObject({
      type: 'work_note',
      text: note.workNote,
      authorId: w.ava.id,
    });
    expect(await commentsOf(theCase)).toEqual([]);
    const [last, before] = await historyOf(theCase);
    expect([last, before]).toEqual(['Ava Agent on behalf of Cora Customer', 'Ava Agent']);
  });

  it('CASE-10, CASE-9 · a manager can record it for a consumer or an account; no one can for a major case', async () => {
    const proactive = await aCase(w);
    await db().case.update({ where: { id: proactive.id }, data: { proactive: true } });
    await db().task.update({ where: { id: proactive.id }, data: { contactId: null } });
    for (const [theCase, whose] of [
      [proactive, 'Boxeo'],
      [await aCase(w, { consumerId: w.jane.id }), 'Jane Doe'],
    ] as const) {
      const { number } = theCase;
      await moveCase(w.mia, { number, verb: 'propose-solution', values: solved });
      await moveCase(w.mia, { number, verb: 'record-acceptance', ...note });
      expect((await historyOf(theCase))[0]).toBe(`Mia Manager on behalf of ${whose}`);
    }
    const major = await aCaseThatIs('resolved');
    await db().case.update({ where: { id: major.id }, data: { majorCaseState: 'accepted' } });
    const record = moveCase(w.mia, { number: major.number, verb: 'record-acceptance', ...note });
    await expect(record).rejects.toMatchObject({ rule: 'CASE-8' });
  });

  it('CASE-10, ACC-6 · only users who may write to the case record it; a customer’s answer cannot contain a work note', async () => {
    const theCase = await aCaseThatIs('resolved');
    const { number } = theCase;
    for (const actor of [w.vic, w.cora])
      await expect(moveCase(actor, { number, verb: 'record-acceptance', ...note })).rejects.toMatchObject({
        rule: 'ACC-6',
      });
    const hidden = moveCase(w.cleo, { number, verb: 'record-acceptance', ...note });
    await expect(hidden).rejects.toMatchObject({ rule: 'REL-16' });
    const accept = { number, verb: 'accept-solution' } as const;
    await expect(moveCase(w.cora, { ...accept, ...note })).rejects.toMatchObject({ rule: 'REC-5' });
    await moveCase(w.cora, accept);
    expect(await fresh(theCase)).toMatchObject({ state: 'closed', closedById: w.cora.id });
    expect(await journalOf(theCase)).toEqual([]);
    expect((await historyOf(theCase))[0]).toBe('Cora Customer');
  });
});

describe('an inaccurate resolution code', () => {
  const inaccurate = { resolutionCode: 'fixed_by_incident', resolutionNotes: 'Restarted.' };
  const confirmationRequest = { rule: 'CASE-6', field: 'resolutionCode', details: { confirm: true } };

  /** A case whose solution names an incident that it lacks; proposed, confirmed and rejected. */
  async function aRejectedCase() {
    const theCase = await aCaseThatIs('open');
    const { number } = theCase;
    const propose = { number, verb: 'propose-solution', values: inaccurate, confirmed: true } as const;
    await moveCase(w.ava, propose);
    const reject = () => moveCase(w.cora, { number, verb: 'reject-solution', comment: 'It is still down.' });
    await reject();
    const again = { ...propose, values: { ...inaccurate, resolutionNotes: 'Restarted twice.' } };
    return { theCase, number, again, reject };
  }

  it('CASE-6 · must be confirmed each time it is proposed, and the history has every confirmation', async () => {
    const { theCase, again, reject } = await aRejectedCase();
    expect((await fresh(theCase)).codeConfirmation).toBe('');
    await moveCase(w.ava, again);
    await reject();
    const changes = { taskId: theCase.id, field: 'codeConfirmation' };
    const confirmed = await db().fieldChange.findMany({ where: { ...changes, newValue: { not: '' } } });
    expect(confirmed.map(({ newValue }) => newValue)).toEqual(Array(2).fill(expect.stringContaining('is not true.')));
    expect(await db().fieldChange.count({ where: { ...changes, newValue: '' } })).toBe(2);
  });

  it.each<CaseVerbName>(['propose-solution', 'close'])(
    'CASE-6 · must be confirmed in %s even if it does not change',
    async (verb) => {
      const { theCase, number } = await aRejectedCase();
      // CASE-11: a different solution than the rejected one.
      const values = { resolutionNotes: 'Restarted twice.' };
      await expect(moveCase(w.ava, { number, verb, values })).rejects.toMatchObject(confirmationRequest);
      expect((await fresh(theCase)).state).toBe('open');
      await moveCase(w.ava, { number, verb, values, confirmed: true });
      const confirmed = {
        codeConfirmation: expect.stringContaining('is not true.'),
        resolutionCode: 'fixed_by_incident',
      };
      expect(await fresh(theCase)).toMatchObject(confirmed);
    },
  );

  it('CASE-6, CASE-3 · the customer who accepts is not asked to confirm, and a confirmed code stays', async () => {
    const { theCase, number, again } = await aRejectedCase();
    await moveCase(w.ava, again);
    const { codeConfirmation } = await fresh(theCase);
    await moveCase(w.cora, { number, verb: 'accept-solution' });
    expect(await fresh(theCase)).toMatchObject({ state: 'closed', codeConfirmation, ...again.values });
  });

  it('CASE-6 · a customer who closes chooses no code: a wrong code of a rejected solution is cleared', async () => {
    const { theCase, number } = await aRejectedCase();
    await moveCase(w.cora, { number, verb: 'close-own' });
    expect(await fresh(theCase)).toMatchObject({ state: 'closed', resolutionCode: null, codeConfirmation: '' });
  });
});

describe('the customer of a case', () => {
  it('a new partner contact keeps the account, a new contact sets its own account', async () => {
    const theCase = await aCase(w);
    await change(w.ava, theCase, { partnerId: w.alliant, partnerContactId: w.paul.id });
    expect(await fresh(theCase)).toMatchObject({ accountId: w.boxeo, partnerContactId: w.paul.id });
    await change(w.ava, theCase, { contactId: w.fiona.id, partnerContactId: null });
    expect(await fresh(theCase)).toMatchObject({ accountId: w.funco, partnerContactId: null });
  });

  it('a new case has the account of its contact, not of its partner contact', async () => {
    const theCase = await aCase(w, { partnerId: w.alliant, partnerContactId: w.paul.id });
    expect(await fresh(theCase)).toMatchObject({ accountId: w.boxeo });
  });

  it('when a consumer replaces the contact, the account is cleared too, and the history has both', async () => {
    const theCase = await aCase(w);
    await change(w.ava, theCase, { contactId: null, consumerId: w.jane.id });
    expect(await fresh(theCase)).toMatchObject({ contactId: null, consumerId: w.jane.id, accountId: null });
    const gone = { taskId: theCase.id, field: 'accountId', oldDisplay: 'Boxeo', newValue: null };
    expect(await db().fieldChange.count({ where: gone })).toBe(1);
    await expect(change(w.ava, theCase, { accountId: w.boxeo })).rejects.toMatchObject({ field: 'accountId' });
    await change(w.ava, theCase, { contactId: w.cora.id, consumerId: null });
    expect(await fresh(theCase)).toMatchObject({ consumerId: null, accountId: w.boxeo });
  });
});

describe('a customer’s comment', () => {
  it('CASE-4 · opens a case that waits for it', async () => {
    const theCase = await aCaseThatIs('awaiting_info');
    await addEntry(w.cora, { kind: 'case', number: theCase.number, type: 'comment', text: 'Port 7.' });
    expect((await fresh(theCase)).state).toBe('open');
  });

  it('CASE-4 · an agent’s comment does not', async () => {
    const theCase = await aCaseThatIs('awaiting_info');
    await addEntry(w.ava, { kind: 'case', number: theCase.number, type: 'comment', text: 'Are you there?' });
    expect((await fresh(theCase)).state).toBe('awaiting_info');
  });

  it('CASE-4 · does not reopen a resolved case, nor move a new one', async () => {
    for (const state of ['resolved', 'new']) {
      const theCase = await aCaseThatIs(state);
      await addEntry(w.cora, { kind: 'case', number: theCase.number, type: 'comment', text: 'Thanks.' });
      expect((await fresh(theCase)).state).toBe(state);
    }
  });
});

describe.each(['closed', 'cancelled'])('a case that is %s', (state) => {
  it('CASE-5 · accepts no field, entry, action, watcher or association from anyone', async () => {
    const theCase = await aCaseThatIs(state);
    const { number } = theCase;
    const incident = await anIncident(w);
    const journal = await journalOf(theCase);
    const entry = { kind: 'case', number, text: 'One more thing' } as const;
    const attempts = [
      () => change(w.adam, theCase, { priority: 1 }),
      () => change(w.adam, theCase, {}, { workNote: 'Psst' }),
      () => addEntry(w.adam, { ...entry, type: 'work_note' }),
      () => addEntry(w.adam, { ...entry, type: 'comment' }),
      () => addEntry(w.cora, { ...entry, type: 'comment' }),
      () => moveCase(w.adam, { number, verb: 'assign-to-me' }),
      () => moveCase(w.cora, { number, verb: 'reject-solution', comment: 'No' }),
      () => watch(w.adam, { kind: 'case', number, list: 'watch_list', userId: w.ava.id, watching: true }),
      () => createFromCase(w.adam, { caseNumber: number, variant: 'incident', values: {} }),
      () => associate(w.adam, { caseNumber: number, link: 'incident', number: incident.number }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ rule: 'CASE-5' });
    expect(await fresh(theCase)).toEqual(theCase);
    expect(await journalOf(theCase)).toEqual(journal);
  });

  it('CASE-5 · keeps its incident', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const end = state === 'closed' ? 'close' : 'cancel';
    await moveCase(w.ava, { number: theCase.number, verb: end, values: state === 'closed' ? solved : {} });
    const take = remove(w.adam, { caseNumber: theCase.number, link: 'incident', number: incident.number });
    await expect(take).rejects.toMatchObject({ rule: 'CASE-5' });
    expect(await fresh(theCase)).toMatchObject({ incidentId: incident.id });
  });
});

describe('which users can work which cases', () => {
  it('ACC-6 · an agent of accounts who reads all cases cannot work a consumer case', async () => {
    const roles = ['sn_customerservice_agent', 'sn_customerservice.case_viewer'] as const;
    const alma = await holderOf('Alma Accounts', roles);
    const theCase = await fresh(await aCase(w, { consumerId: w.jane.id }));
    const take = { number: theCase.number, verb: 'assign-to-me' } as const;
    const because = 'Your roles do not include the cases of consumers.';
    await expect(moveCase(alma, take)).rejects.toMatchObject({ rule: 'ACC-6', because });
    expect(await fresh(theCase)).toEqual(theCase);
    await moveCase(w.cleo, take);
    await moveCase(alma, { ...take, number: (await aCase(w)).number });
  });

  it('CASE-9 · a case without a customer is visible to both agent roles and to case viewers', async () => {
    const theCase = await aCase(w);
    await db().task.update({ where: { id: theCase.id }, data: { contactId: null, accountId: null } });
    const entry = { kind: 'case', number: theCase.number, type: 'work_note', text: 'Seen.' } as const;
    for (const agent of [w.pat, w.cleo]) await addEntry(agent, entry);
    await db().case.update({ where: { id: theCase.id }, data: { majorCaseState: 'accepted' } });
    for (const agent of [w.pat, w.cleo]) await expect(addEntry(agent, entry)).rejects.toMatchObject({ rule: 'ACC-13' });
    await expect(addEntry(w.vic, entry)).rejects.toMatchObject({ rule: 'ACC-6' });
    await expect(addEntry(w.ian, entry)).rejects.toMatchObject({ rule: 'REL-16' });
  });

  it('CASE-9 · only a manager can close a resolved major case', async () => {
    const theCase = await aCaseThatIs('resolved');
    await db().case.update({ where: { id: theCase.id }, data: { majorCaseState: 'accepted' } });
    const close = { number: theCase.number, verb: 'close' } as const;
    await expect(moveCase(w.ava, close)).rejects.toMatchObject({ rule: 'ACC-13' });
    await moveCase(w.mia, close);
    expect((await fresh(theCase)).state).toBe('closed');
  });
});
