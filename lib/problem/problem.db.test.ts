import { describe, expect, it } from 'vitest';
import { attachArticle } from '#lib/knowledge/commands/attach-article.ts';
import { writeArticle } from '#lib/knowledge/commands/write-article.ts';
import { db } from '#lib/platform/db.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import { remove } from '#lib/related/commands/remove.ts';
import { aCaseOf, aProblem } from '#lib/testing/itsm.ts';
import { aCase, anIncident, change, fresh, notesOf, world } from '#lib/testing/world.ts';
import { communicate } from './commands/communicate.ts';

const w = await world();

describe('communicating', () => {
  it.each([
    ['workaround', 'workaround', 'Workaround'],
    ['fix', 'fixNotes', 'Fix'],
  ] as const)(
    'PRB-2 · the %s is sent again only if its text changed or somebody confirms',
    async (what, field, word) => {
      const problem = await aProblem(w);
      const theCase = await aCaseOf(w, 'problem', problem);
      const incident = await anIncident(w, { problemId: problem.id });
      const { number } = problem;
      const send = (confirmed = false) => communicate(w.ian, { number, what, confirmed });
      await expect(send()).rejects.toMatchObject({ rule: 'PRB-2', field });
      await change(w.ian, problem, { [field]: 'First.' });
      expect((await send()).updatedCount).toBe(2);
      await expect(send()).rejects.toMatchObject({ rule: 'PRB-2', details: { confirm: true } });
      expect((await send(true)).updatedCount).toBe(2);
      await change(w.ian, problem, { [field]: 'Second.' });
      await send();
      const lines = ['First.', 'First.', 'Second.'].map((text) => `${word} for ${number}: ${text}`);
      expect((await notesOf(theCase)).slice(1)).toEqual(lines);
      expect(await notesOf(incident)).toEqual(lines);
    },
  );

  it('PRB-2 · when two users send the same text at once, one is asked to confirm', async () => {
    const problem = await aProblem(w, { workaround: 'Restart it.' });
    const theCase = await aCaseOf(w, 'problem', problem);
    const send = () => communicate(w.ian, { number: problem.number, what: 'workaround' });
    const results = await Promise.allSettled([send(), send()]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await notesOf(theCase)).slice(1)).toHaveLength(1);
  });

  it('PRB-2 · a closed problem no longer updates its cases', async () => {
    const problem = await aProblem(w, { workaround: 'Restart it.' });
    const theCase = await aCaseOf(w, 'problem', problem);
    const send = () => communicate(w.ian, { number: problem.number, what: 'workaround', confirmed: true });
    await send();
    const before = await notesOf(theCase);
    await db().task.update({ where: { id: problem.id }, data: { state: 'closed', active: false } });
    await expect(send()).rejects.toMatchObject({ rule: 'PRB-2', because: `${problem.number} is closed.` });
    expect(await notesOf(theCase)).toEqual(before);
  });

  it.each([
    ['rule', 'SYNC-PRB-2'],
    ['integration', 'com.sn_cs_sm'],
  ])('PRB-2, REL-3 · nothing is sent nor remembered as sent while the %s %s is off', async (_what, id) => {
    const problem = await aProblem(w, { workaround: 'Restart it.' });
    const theCase = await aCaseOf(w, 'problem', problem);
    const send = () => communicate(w.ian, { number: problem.number, what: 'workaround' });
    const turn = async (active: boolean) => {
      await db().businessRule.updateMany({ where: { id }, data: { active } });
      await db().integration.updateMany({ where: { id }, data: { active } });
    };
    await turn(false);
    await expect(send()).rejects.toMatchObject({ rule: 'REL-3', message: expect.stringContaining('not active') });
    await turn(true);
    expect((await send()).updatedCount).toBe(1);
    expect((await notesOf(theCase)).slice(1)).toEqual([`Workaround for ${problem.number}: Restart it.`]);
  });

  it('PRB-2, ACC-6 · needs the permission to work problems', async () => {
    const problem = await aProblem(w, { workaround: 'Restart it.' });
    const refused = communicate(w.pat, { number: problem.number, what: 'workaround' });
    await expect(refused).rejects.toMatchObject({ rule: 'REL-16' });
  });
});

describe('the resolution code', () => {
  it('PRB-1 · cannot be changed on an open, resolved or closed problem', async () => {
    const problem = await aProblem(w);
    const other = await aProblem(w);
    const duplicate = { resolutionCode: 'duplicate', duplicateOfId: other.id };
    await change(w.ian, problem, duplicate);
    expect(await fresh(problem)).toMatchObject({ state: 'new', resolutionCode: null });
    for (const state of ['assess', 'root_cause_analysis', 'fix_in_progress']) await change(w.ian, problem, { state });
    await change(w.ian, problem, { state: 'resolved', causeNotes: 'A leak.', fixNotes: 'More memory.' });
    await change(w.ian, problem, { resolutionCode: 'canceled', cancelledReason: 'No problem.' });
    expect(await fresh(problem)).toMatchObject({ state: 'resolved', resolutionCode: 'fix_applied' });
    await change(w.ian, problem, { state: 'closed' });
    await expect(change(w.ian, problem, duplicate)).rejects.toMatchObject({ rule: 'REC-5' });
    expect(await fresh(problem)).toMatchObject({ state: 'closed', resolutionCode: 'fix_applied' });
  });
});

describe('a problem and its cases', () => {
  it('REL-5, PRB-3 · is created from a case: impact and urgency are copied, the priority computed', async () => {
    const theCase = await aCase(w, { impact: 1, urgency: 2, configurationItemId: w.sdwan });
    const made = await createFromCase(w.mia, { caseNumber: theCase.number, variant: 'problem' });
    expect(await fresh(made)).toMatchObject({
      shortDescription: theCase.shortDescription,
      impact: 1,
      urgency: 2,
      priority: 2,
      configurationItemId: w.sdwan,
      firstReportedById: theCase.id,
    });
    expect((await fresh(theCase)).problemId).toBe(made.id);
    expect(await notesOf(theCase)).toEqual([`Problem ${made.number} created from this case.`]);
    expect(await notesOf(made)).toEqual([`Created from case ${theCase.number}.`]);
  });

  it('REL-12 · a removed problem no longer updates the case', async () => {
    const problem = await aProblem(w);
    const theCase = await aCaseOf(w, 'problem', problem);
    await remove(w.mia, { caseNumber: theCase.number, link: 'problem', number: problem.number });
    expect((await change(w.ian, problem, { state: 'assess' })).updatedCount).toBe(0);
    const { number } = problem;
    expect(await notesOf(theCase)).toEqual([`Problem ${number} associated.`, `Problem ${number} removed.`]);
  });

  it('REL-5 · an incident made later from the case has the problem and both changes of the case', async () => {
    const problem = await aProblem(w);
    const theCase = await aCaseOf(w, 'problem', problem);
    const made = await createFromCase(w.mia, { caseNumber: theCase.number, variant: 'normal_change' });
    const incident = await createFromCase(w.mia, { caseNumber: theCase.number, variant: 'incident' });
    expect(await fresh(incident)).toMatchObject({ problemId: problem.id, changeId: made.id, causedByChangeId: null });
  });

  it('SYNC-PRB-5 · an attached article makes it a known error and updates its cases; a draft is not attached', async () => {
    const problem = await aProblem(w);
    const theCase = await aCaseOf(w, 'problem', problem);
    const text = { title: 'Memory is lost', text: 'Restart it.', readers: 'internal' } as const;
    const draft = await writeArticle(w.ian, { ...text, published: false });
    const attach = (article: string) =>
      attachArticle(w.ian, { kind: 'problem', number: problem.number, article, attached: true });
    await expect(attach(draft)).rejects.toMatchObject({ rule: 'REC-5', field: 'article' });
    const article = await writeArticle(w.ian, { ...text, published: true });
    await attach(article);
    const { id } = await db().article.findUniqueOrThrow({ where: { number: article } });
    expect(await fresh(problem)).toMatchObject({ knownError: true, articleId: id });
    expect((await notesOf(theCase)).slice(1)).toEqual([`Known error article ${article}: Memory is lost`]);
  });
});
