import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { portalCase } from '#lib/portal/queries/portal-case.ts';
import { wouldUpdate } from '#lib/record-page/would-update.ts';
import { aCase, anIncident, change, fresh, makeMajor, notesOf, setRuleActive, world } from '#lib/testing/world.ts';

const w = await world();

beforeAll(async () => {
  // The effect of incidents on major cases is tested in major-case.db.test.ts.
  await setRuleActive('SYNC-INC-6', false);
});

type CaseLike = {
  state: string;
  proactive: boolean;
  linked: boolean;
  under: 'nothing' | 'a major case';
  major: boolean;
};

const caseLike: fc.Arbitrary<CaseLike> = fc
  .record({
    state: fc.constantFrom('new', 'open', 'awaiting_info', 'resolved', 'closed', 'cancelled'),
    proactive: fc.boolean(),
    linked: fc.boolean(),
    under: fc.constantFrom('nothing', 'nothing', 'a major case'),
    major: fc.boolean(),
  })
  // MAJ-4: a child cannot be a major case.
  .map((like) => ({ ...like, major: like.major && like.under === 'nothing' }));

const run = fc.record({
  cases: fc.array(caseLike, { minLength: 1, maxLength: 6 }),
  code: fc.constantFrom('solution_provided', 'duplicate', 'workaround_provided'),
  active: fc.boolean(),
});

/** SYNC-INC-5, as the specification says it. */
const isResolvedWithIt = ({ state, proactive, linked, under, major }: CaseLike) =>
  linked && proactive && under === 'nothing' && !major && ['new', 'open', 'awaiting_info'].includes(state);

async function written(like: CaseLike, incidentId: string, majorId: string) {
  const made = await aCase(w);
  const { proactive, linked, under, major, state } = like;
  await db().case.update({
    where: { id: made.id },
    data: {
      proactive,
      incidentId: linked ? incidentId : null,
      parentId: under === 'nothing' ? null : majorId,
      majorCaseState: major ? 'accepted' : null,
    },
  });
  const active = !['closed', 'cancelled'].includes(state);
  await db().task.update({ where: { id: made.id }, data: { state, active } });
  return { like, made };
}

it('SYNC-INC-5, SYNC-0 · resolving an incident resolves its proactive cases of no major case, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(run, async ({ cases, code, active }) => {
      await setRuleActive('SYNC-INC-5', active);
      const incident = await anIncident(w);
      const major = await aCase(w);
      await makeMajor(major);
      const all = [];
      for (const like of cases) all.push(await written(like, incident.id, major.id));
      const probableCause = 'A cable was cut.';
      const resolutionNotes = 'The cable was spliced.';
      await change(w.ian, incident, { state: 'resolved', resolutionCode: code, resolutionNotes, probableCause });
      for (const { like, made } of all) {
        const after = await fresh(made);
        const resolved = active && isResolvedWithIt(like);
        expect([like, after.state]).toEqual([like, resolved ? 'resolved' : like.state]);
        expect([after.resolutionNotes, after.probableCause, after.resolutionCode]).toEqual(
          resolved
            ? [resolutionNotes, probableCause, code === 'duplicate' ? 'duplicate' : 'fixed_by_incident']
            : ['', '', null],
        );
        const says = (await notesOf(made)).some((text) => text.includes('and its proactive cases with it.'));
        expect(says).toBe(resolved);
      }
    }),
    { numRuns: 25 },
  );
  await setRuleActive('SYNC-INC-5', true);
});

it.each([
  ['no major case', {}, 'resolved'],
  ['a major case, its child', { under: 'a major case' }, 'open'],
  ['a major case, which it is', { major: true }, 'open'],
] as const)('SYNC-INC-5 · a proactive case of %s', async (_what, special, state) => {
  const incident = await anIncident(w);
  const major = await aCase(w);
  await makeMajor(major);
  const plain = { state: 'open', proactive: true, linked: true, under: 'nothing', major: false } as const;
  const { made } = await written({ ...plain, ...special }, incident.id, major.id);
  await change(w.ian, incident, { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'Twice.' });
  expect((await fresh(made)).state).toBe(state);
});

it('SYNC-INC-5, CASE-2, POR-3 · the notes of the incident are not for the customer, though former ones of the case were', async () => {
  const incident = await anIncident(w);
  const like = { state: 'open', proactive: true, linked: true, under: 'nothing', major: false } as const;
  const { made } = await written(like, incident.id, '');
  await db().case.update({ where: { id: made.id }, data: { addResolutionNotesToComments: true } });
  await change(w.ian, incident, { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'Ours alone.' });
  expect(await fresh(made)).toMatchObject({ state: 'resolved', addResolutionNotesToComments: false });
  expect(JSON.stringify(await portalCase(w.cora, made.number))).not.toContain('Ours alone.');
});

it('SYNC-INC-5 · opening the incident again opens no case', async () => {
  const incident = await anIncident(w);
  const { made } = await written(
    { state: 'open', proactive: true, linked: true, under: 'nothing', major: false },
    incident.id,
    '',
  );
  await change(w.ian, incident, { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'Twice.' });
  await change(w.ian, incident, { state: 'in_progress' });
  expect((await fresh(made)).state).toBe('resolved');
});

it.each([
  [true, 'open', ['This case stays open, as it is not to be resolved automatically: Their lab checks first.']],
  [false, 'resolved', []],
])(
  'SYNC-7, SYNC-3 · marked %s, a proactive case gets the texts and is %s; the preview counts it',
  async (marked, state, says) => {
    const incident = await anIncident(w);
    const like = { state: 'open', proactive: true, linked: true, under: 'nothing', major: false } as const;
    const { made } = await written(like, incident.id, '');
    const reason = marked ? 'Their lab checks first.' : '';
    await change(w.ava, made, { doNotResolve: marked, doNotResolveReason: reason });
    const values = { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'Spliced.' };
    const { number, version } = await fresh(incident);
    const would = await wouldUpdate(w.ian, { what: 'save', kind: 'incident', number, version, values });
    expect(would).toMatchObject({ count: 1, resolved: marked ? 0 : 1, stayOpen: marked ? 1 : 0 });
    await change(w.ian, incident, values);
    expect(await fresh(made)).toMatchObject({ state, resolutionNotes: 'Spliced.' });
    const lines = (await notesOf(made)).flatMap((note) => note.split('\n'));
    expect(lines.filter((line) => line.startsWith('This case stays open'))).toEqual(says);
    expect(lines).toContain(`${number} resolution notes: Spliced.`);
  },
);

it('SYNC-7 · the mark needs a reason from every author, and the reason is removed with it', async () => {
  const made = await aCase(w);
  await expect(change(w.ava, made, { doNotResolve: true, doNotResolveReason: ' ' })).rejects.toMatchObject({
    rule: 'SYNC-7',
  });
  const bare = db().case.update({ where: { id: made.id }, data: { doNotResolve: true } });
  await expect(bare).rejects.toThrow(/cases_mark_has_a_reason/);
  await change(w.ava, made, { doNotResolve: true, doNotResolveReason: 'Wait.' });
  await change(w.ava, made, { doNotResolve: false });
  expect(await fresh(made)).toMatchObject({ doNotResolve: false, doNotResolveReason: '' });
});
