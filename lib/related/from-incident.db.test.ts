import { describe, expect, it } from 'vitest';
import { incidentsOf } from '#lib/incident/queries/incidents-of.ts';
import { db } from '#lib/platform/db.ts';
import { communicate } from '#lib/problem/commands/communicate.ts';
import { incidentLinkNames, links } from '#lib/record/link.ts';
import { recordView } from '#lib/record-page/queries/record-view.ts';
import { aChange, aProblem } from '#lib/testing/itsm.ts';
import {
  aCaseWithIncident,
  anIncident,
  change,
  fresh,
  holderOf,
  notesOf,
  setIntegrationActive,
  world,
} from '#lib/testing/world.ts';
import { associate } from './commands/associate.ts';
import { createFromCase } from './commands/create-from-case.ts';
import { remove } from './commands/remove.ts';
import { readCreateDraft } from './queries/create-draft.ts';
import { linkableRecords } from './queries/linkable.ts';

const w = await world();

const of = ({ number }: { number: string }) => ({ from: 'incident', incidentNumber: number }) as const;
const relatedTo = async (number: string) =>
  (await recordView(w.ian, 'incident', number))?.related.map(({ label, record }) => [label, record?.number ?? null]);

describe('INC-7 · an incident creates its related records', () => {
  it('INC-7, REL-17, PRB-3 · a problem starts with values of the incident, and both journals note it', async () => {
    const incident = await anIncident(w, { impact: 1, urgency: 2, configurationItemId: w.sdwan });
    const { number } = incident;
    const draft = await readCreateDraft(w.ian, { incident: number, variant: 'problem' });
    expect(draft.shown).toContainEqual({ label: 'First reported by', display: number });
    const made = await createFromCase(w.ian, { ...of(incident), variant: 'problem', values: { impact: 2 } });
    expect(await fresh(made)).toMatchObject({
      shortDescription: incident.shortDescription,
      impact: 2,
      urgency: 2,
      configurationItemId: w.sdwan,
      firstReportedById: incident.id,
    });
    expect(await fresh(incident)).toMatchObject({ problemId: made.id });
    expect(await notesOf(incident)).toEqual([`Problem ${made.number} created from this incident.`]);
    expect(await notesOf(made)).toEqual([`Created from incident ${number}.`]);
    expect(await relatedTo(number)).toEqual([
      ['Problem', made.number],
      ['Change Request', null],
      ['Caused by Change', null],
    ]);
    expect((await incidentsOf(w.ian, 'problem', made.id)).incidents.map((each) => each.number)).toEqual([number]);
  });

  it('INC-7, REL-17 · a normal change is for the caller of the incident', async () => {
    const incident = await anIncident(w, { callerId: w.pat.id });
    const made = await createFromCase(w.ian, { ...of(incident), variant: 'normal_change' });
    const expected = { type: 'normal', state: 'new', risk: 'moderate', callerId: w.pat.id, requestedById: w.ian.id };
    expect(await fresh(made)).toMatchObject(expected);
    expect(await fresh(incident)).toMatchObject({ changeId: made.id });
    expect(await notesOf(incident)).toEqual([`Change request ${made.number} created from this incident.`]);
  });

  it('INC-7, REL-4 · of two at once one makes it, and of the other nothing is left', async () => {
    const incident = await anIncident(w);
    const before = await db().problem.count();
    const make = () => createFromCase(w.ian, { ...of(incident), variant: 'problem' });
    const results = await Promise.allSettled([make(), make(), make()]);
    const made = results.flatMap((each) => (each.status === 'fulfilled' ? [each.value.number] : []));
    const refused = results.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(made).toHaveLength(1);
    const because = `${incident.number} already has problem ${made[0]}.`;
    expect(refused).toMatchObject([
      { rule: 'REL-4', because },
      { rule: 'REL-4', because },
    ]);
    expect(await db().problem.count()).toBe(before + 1);
  });
});

describe('INC-7 · an incident is associated and removed', () => {
  it.each(incidentLinkNames)('INC-7, REL-11, REL-12 · %s: both journals note it', async (link) => {
    const record = await (links[link].kind === 'problem' ? aProblem(w) : aChange(w));
    const incident = await anIncident(w);
    const { number } = record;
    const picked = await linkableRecords(w.ian, link, number, { kind: 'incident', number: incident.number });
    expect(picked.map((each) => each.number)).toEqual([number]);
    await associate(w.ian, { ...of(incident), link, number });
    expect(await fresh(incident)).toMatchObject({ [links[link].field]: record.id });
    expect(await linkableRecords(w.ian, link, number, { kind: 'incident', number: incident.number })).toEqual([]);
    await remove(w.ian, { ...of(incident), link, number });
    expect(await fresh(incident)).toMatchObject({ [links[link].field]: null });
    const { noun } = links[link];
    expect(await notesOf(incident)).toEqual([`${noun} ${number} associated.`, `${noun} ${number} removed.`]);
    const { number: own } = incident;
    expect(await notesOf(record)).toEqual([`Incident ${own} associated.`, `Incident ${own} removed.`]);
    await expect(remove(w.ian, { ...of(incident), link, number })).rejects.toMatchObject({ rule: 'REL-12' });
  });

  it('INC-7, REL-10 · a closed record cannot be associated, and an ended incident keeps its records', async () => {
    const [problem, open] = [await aProblem(w), await aProblem(w)];
    await change(w.ian, problem, { state: 'closed', resolutionCode: 'canceled', cancelledReason: 'A mistake.' });
    const incident = await anIncident(w, { problemId: open.id });
    const relate = { ...of(await anIncident(w)), link: 'problem', number: problem.number } as const;
    await expect(associate(w.ian, relate)).rejects.toMatchObject({ rule: 'REL-10' });
    await change(w.ian, incident, { state: 'canceled' });
    const taken = { ...of(incident), link: 'problem', number: open.number } as const;
    await expect(remove(w.ian, taken)).rejects.toMatchObject({ rule: 'INC-7' });
    await expect(createFromCase(w.ian, { ...of(incident), variant: 'normal_change' })).rejects.toMatchObject({
      rule: 'INC-7',
    });
    expect((await recordView(w.ian, 'incident', incident.number))?.actions).toEqual([]);
  });

  it('INC-7 · its fields are set by linking alone', async () => {
    const [problem, incident] = [await aProblem(w), await anIncident(w)];
    await expect(change(w.ian, incident, { problemId: problem.id })).rejects.toMatchObject({ rule: 'REC-5' });
  });

  it('INC-7 · its case is updated through its own links only: not about the problem of its incident', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const before = await notesOf(theCase);
    const made = await createFromCase(w.ian, { ...of(incident), variant: 'problem' });
    await change(w.ian, made, { state: 'assess', workaround: 'Restart it.' });
    await communicate(w.ian, { number: made.number, what: 'workaround' });
    expect(await notesOf(theCase)).toEqual(before);
    expect((await notesOf(incident)).at(-1)).toBe(`Workaround for ${made.number}: Restart it.`);
  });
});

describe('INC-7 · both records need permission', () => {
  const changing = ['itil', 'sn_ind_tsm_core.noc_agent', 'admin'] as const;
  const reading = ['sn_incident_read', 'sn_incident_write'] as const;
  const attempts = async (role: Parameters<typeof holderOf>[1]) => {
    const actor = await holderOf(`From incident ${role.join(' ')}`, role);
    const [problem, bare, taken] = [await aProblem(w), await anIncident(w), await aProblem(w)];
    const has = await anIncident(w, { problemId: taken.id });
    const ask = { ...of(bare), link: 'problem', number: problem.number } as const;
    return { actor, problem, bare, has, taken, ask };
  };

  it.each(changing)('INC-7 · %s links, removes and makes', async (role) => {
    const { actor, bare, has, taken, ask } = await attempts([role]);
    await associate(actor, ask);
    await remove(actor, { ...of(has), link: 'problem', number: taken.number });
    await createFromCase(actor, { ...of(bare), variant: 'normal_change' });
    expect(await fresh(bare)).toMatchObject({ changeId: expect.any(String), problemId: expect.any(String) });
  });

  it.each(reading)(
    'INC-7, REL-16 · %s with the role for problems does not: write on the incident is missing',
    async (role) => {
      const { actor, has, taken, ask } = await attempts([role, 'sn_problem_write']);
      await expect(associate(actor, ask)).rejects.toMatchObject({ rule: 'ACC-6' });
      await expect(remove(actor, { ...of(has), link: 'problem', number: taken.number })).rejects.toMatchObject({
        rule: 'ACC-6',
      });
      await expect(createFromCase(actor, { ...of(has), variant: 'problem' })).rejects.toMatchObject({ rule: 'ACC-6' });
      expect((await recordView(actor, 'incident', has.number))?.actions).toEqual([]);
      expect(await linkableRecords(actor, 'problem', '', { kind: 'incident', number: has.number })).toEqual([]);
    },
  );

  it('INC-7, REL-16 · a caller, a contact and a consumer learn nothing, not even that it exists', async () => {
    const problem = await aProblem(w);
    for (const caller of [w.pat, w.cora, w.jane]) {
      const incident = await anIncident(w, { callerId: caller.id, problemId: problem.id });
      const own = { ...of(incident), link: 'problem', number: problem.number } as const;
      await expect(remove(caller, own)).rejects.toMatchObject({ rule: 'REL-16' });
      const view = await recordView(caller, 'incident', incident.number);
      expect(view?.related ?? []).toEqual([]);
      expect(view?.actions ?? []).toEqual([]);
    }
  });

  it('INC-7, REL-3 · with the integration off nothing is offered, with the reason', async () => {
    const { number } = await aProblem(w);
    const ask = { ...of(await anIncident(w)), link: 'problem', number } as const;
    await setIntegrationActive('com.sn_cs_sm', false);
    const refused = await associate(w.ian, ask).catch((error) => error);
    const view = await recordView(w.ian, 'incident', ask.incidentNumber);
    await setIntegrationActive('com.sn_cs_sm', true);
    expect(refused).toMatchObject({ rule: 'REL-3' });
    expect([view?.actions, view?.related]).toEqual([[], []]);
  });
});
