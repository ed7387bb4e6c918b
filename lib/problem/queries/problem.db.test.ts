import { describe, expect, it } from 'vitest';
import { createTask } from '#lib/engine/commands/create-task.ts';
import { incidentsOf } from '#lib/incident/queries/incidents-of.ts';
import { attachArticle } from '#lib/knowledge/commands/attach-article.ts';
import { writeArticle } from '#lib/knowledge/commands/write-article.ts';
import { articleOf } from '#lib/knowledge/queries.ts';
import { recordView } from '#lib/record-page/queries/record-view.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { linkableRecords } from '#lib/related/queries/linkable.ts';
import { aCase, anIncident, change, setRuleActive, world } from '#lib/testing/world.ts';
import { communicate } from '../commands/communicate.ts';
import { affectedByCommunication } from './affected.ts';

const w = await world();

const aProblem = (values = {}) =>
  createTask(w.ian, { kind: 'problem', values: { shortDescription: 'Controllers lose their memory', ...values } });

async function aTroublesomeProblem() {
  const problem = await aProblem();
  const [one, other] = [await anIncident(w, { problemId: problem.id }), await anIncident(w, { problemId: problem.id })];
  await change(w.ian, other, { state: 'canceled' });
  const theCase = await aCase(w);
  await associate(w.mia, { caseNumber: theCase.number, link: 'problem', number: problem.number });
  return { problem, one, other, theCase };
}

describe('a problem', () => {
  it('PRB-2 · announces as many cases and incidents as it then updates', async () => {
    const { problem } = await aTroublesomeProblem();
    expect(await affectedByCommunication(problem.id, 'workaround')).toEqual({ cases: 1, incidents: 1 });
    await change(w.ian, problem, { workaround: 'Restart it.' });
    const { updatedCount } = await communicate(w.ian, { number: problem.number, what: 'workaround' });
    expect(updatedCount).toBe(2);

    await setRuleActive('SYNC-PRB-2', false);
    expect(await affectedByCommunication(problem.id, 'workaround')).toEqual({ cases: 0, incidents: 0 });
    expect(await affectedByCommunication(problem.id, 'fix')).toEqual({ cases: 1, incidents: 1 });
    await setRuleActive('SYNC-PRB-2', true);
  });

  it('ACC-6 · lists its incidents to users who may read incidents', async () => {
    const { problem, one, other } = await aTroublesomeProblem();
    const { incidents, count } = await incidentsOf(w.ian, 'problem', problem.id);
    expect(incidents.map(({ number }) => number).toSorted()).toEqual([one.number, other.number].toSorted());
    expect(count).toBe(2);
    expect(await incidentsOf(w.pat, 'problem', problem.id)).toEqual({ incidents: [], count: 0 });
  });

  it('SYNC-PRB-5 · shows a withdrawn article only to authors of articles', async () => {
    const { problem, theCase } = await aTroublesomeProblem();
    const article = { title: 'Memory', text: 'It forgets.', readers: 'internal', published: true } as const;
    const number = await writeArticle(w.ian, article);
    await attachArticle(w.ian, { kind: 'problem', number: problem.number, article: number, attached: true });
    await attachArticle(w.ava, { kind: 'case', number: theCase.number, article: number, attached: true });
    const row = { number, title: 'Memory' };
    expect((await recordView(w.ava, 'case', theCase.number))?.articles).toEqual([row]);
    expect((await recordView(w.ian, 'problem', problem.number))?.articles).toEqual([row]);

    const seen = (await articleOf(w.ian, number)).updatedAt.toISOString();
    await writeArticle(w.ian, { ...article, number, seen, published: false });
    expect((await recordView(w.ava, 'case', theCase.number))?.articles).toEqual([]);
    expect((await recordView(w.ian, 'problem', problem.number))?.articles).toEqual([row]);
  });
});

describe('the picker', () => {
  it('REL-10 · ranks records with the same configuration item or similar text first, with the reason', async () => {
    const theCase = await aCase(w, { shortDescription: 'Backup tapes unreadable', configurationItemId: w.sdwan });
    const same = await aProblem({ configurationItemId: w.sdwan, shortDescription: 'Something else' });
    const similar = await aProblem({ shortDescription: 'Tapes of the backup wear out' });
    await aProblem({ shortDescription: 'Printers jam' });
    const found = await linkableRecords(w.mia, 'problem', '', theCase);
    const suggested = found.filter(({ group }) => group === 'Suggested');
    expect(suggested.map(({ number, detail }) => [number, detail])).toEqual([
      [same.number, 'Same configuration item · 0 cases'],
      [similar.number, 'Similar short description · 0 cases'],
    ]);
    expect(new Set(found.map(({ number }) => number)).size).toBe(found.length);
    const blind = await linkableRecords(w.ian, 'problem', '', theCase);
    expect(blind.filter(({ group }) => group !== '')).toEqual([]);
  });

  it.each([
    'Cannot open portal.boxeo.example/login?next=/a&',
    "It's http://a.example/b?c=d|e&f=!g:* (or \\ 'h')",
    '& | ! ( ) : * <->',
  ])('REL-10 · finds records similar to a case named %j', async (shortDescription) => {
    const theCase = await aCase(w, { shortDescription });
    const other = await aProblem({ shortDescription });
    const found = await linkableRecords(w.mia, 'problem', '', theCase);
    expect(found.map(({ number }) => number)).toContain(other.number);
  });
});
