import { beforeEach, expect, test } from 'vitest';
import { AuditFilter } from '#lib/audit-log/filter.ts';
import { listAuditEntries } from '#lib/audit-log/queries.ts';
import { moveCase } from '#lib/case/commands/move-case.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { aProblem } from '#lib/testing/itsm.ts';
import { emptyAuditLog } from '#lib/testing/rewrite-history.ts';
import { aCase, fresh, type World, world } from '#lib/testing/world.ts';
import { attachArticle } from './commands/attach-article.ts';
import { documentProblem } from './commands/document-problem.ts';
import { writeArticle } from './commands/write-article.ts';
import { articleOf, listArticles, previewArticle } from './queries.ts';
import type { WriteArticle } from './schema.ts';
import { suggestedArticles } from './suggested-articles.ts';

const w = await world();

const article = (other: Partial<WriteArticle> = {}): WriteArticle => ({
  title: 'Restart the controller',
  text: 'Hold **both** keys of sdwan-ctl-1.',
  readers: 'internal',
  published: true,
  ...other,
});

/** An article as in the form of a user who has just opened it. */
const opened = async (number: string) => ({
  number,
  seen: (await db().article.findUniqueOrThrow({ where: { number } })).updatedAt.toISOString(),
});

const numbersFor = async (actor: World['ian'], search = '') =>
  (await listArticles(actor, { search })).articles.map(({ number }) => number);

beforeEach(async () => {
  await emptyAuditLog();
  await db().caseArticle.deleteMany();
  await db().article.deleteMany();
});

test('ACC-6 · all staff read published articles; drafts are visible to authors', async () => {
  const published = await writeArticle(w.ian, article());
  const draft = await writeArticle(w.ian, article({ title: 'Not yet', published: false }));
  expect(await numbersFor(w.adam)).toEqual([draft, published]);
  expect(await numbersFor(w.ian)).toEqual([draft, published]);
  expect(await numbersFor(w.nils)).toEqual([published]);
  expect((await articleOf(w.nils, published.toLowerCase())).html).toContain('<strong>both</strong>');
  await expect(articleOf(w.nils, draft)).rejects.toMatchObject({ rule: 'REL-16' });
});

test('ACC-6 · customers cannot read articles here, whatever their audience', async () => {
  const number = await writeArticle(w.ian, article({ readers: 'external' }));
  for (const customer of [w.cora, w.petra, w.jane]) {
    expect(await numbersFor(customer)).toEqual([]);
    await expect(articleOf(customer, number)).rejects.toMatchObject({ rule: 'REL-16' });
  }
});

test('REL-16 · a user who cannot see drafts cannot attach one, as if it did not exist', async () => {
  const draft = await writeArticle(w.ian, article({ published: false }));
  const { number } = await aCase(w);
  const attach = (actor: World['ian'], of: string) =>
    attachArticle(actor, { kind: 'case', number, article: of, attached: true }).catch(
      (error: { rule: string; because: string }) => [error.rule, error.because.replaceAll(of, 'KB')],
    );
  const missing = await attach(w.pat, 'KB0999999');
  expect(missing).toEqual(['REL-16', expect.stringContaining('KB')]);
  expect(await attach(w.pat, draft)).toEqual(missing);
  expect(await attach(w.mia, draft)).toEqual(['REC-5', 'KB is not published yet.']);
  await writeArticle(w.ian, article(await opened(draft)));
  expect(await attach(w.pat, draft)).toBeUndefined();
});

test('ADM-7 · articles are found by number and by words, of which the last may be incomplete', async () => {
  const number = await writeArticle(w.ian, article());
  await writeArticle(w.ian, article({ title: 'Mail', text: 'Look into the queue.' }));
  for (const search of ['controll', 'KEYS both', number, 'restart sdwan'])
    expect(await numbersFor(w.nils, search)).toEqual([number]);
  expect(await numbersFor(w.nils, 'restart queue')).toEqual([]);
  expect(await numbersFor(w.nils, "a'b & | ! ( \0")).toEqual([]);
});

test('ADM-12 · publishing and withdrawing are in the audit log', async () => {
  const number = await writeArticle(w.ian, article({ published: false }));
  await writeArticle(w.ian, article(await opened(number)));
  await writeArticle(w.adam, article({ ...(await opened(number)), title: 'Restart', published: false }));
  const draft = { title: 'Restart the controller', readers: 'internal', published: false };
  const published = { ...draft, published: true };
  const withdrawn = { ...draft, title: 'Restart' };
  const entries = await db().auditEntry.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] });
  expect(entries.map(({ subject, oldValue, newValue }) => [subject, oldValue, newValue])).toEqual([
    [number, null, draft],
    [number, draft, published],
    [number, published, withdrawn],
  ]);
  const shown = await listAuditEntries(w.adam, AuditFilter.parse({ subject: number }));
  expect(shown.entries.map(({ newValue }) => newValue)).toEqual([
    '"Restart", internal, draft',
    '"Restart the controller", internal, published',
    '"Restart the controller", internal, draft',
  ]);
});

test('REC-3 · an author who has not seen the current version does not overwrite it', async () => {
  const number = await writeArticle(w.ian, article());
  const seen = (await articleOf(w.ian, number)).updatedAt.toISOString();
  await writeArticle(w.adam, article({ number, text: 'Another way.', seen }));
  const late = writeArticle(w.ian, article({ number, text: 'My way.', seen: '2026-01-01T00:00:00.000Z' }));
  await expect(late).rejects.toMatchObject({ rule: 'REC-3' });
  const blind = writeArticle(w.ian, article({ number, text: 'My way.' }));
  await expect(blind).rejects.toMatchObject({ rule: 'REC-3' });
  expect((await articleOf(w.ian, number)).text).toBe('Another way.');
});

test('ACC-6 · only users who work problems write articles', async () => {
  const number = await writeArticle(w.ian, article());
  for (const actor of [w.pat, w.rita, w.nils, w.cora]) {
    await expect(writeArticle(actor, article({ number }))).rejects.toMatchObject({ rule: 'ACC-6' });
    expect(() => previewArticle(actor, { text: 'x' })).toThrow('Your roles do not allow you to write articles.');
  }
});

test('SYNC-PRB-5 · an article is written and attached to its problem at once, or not at all', async () => {
  const problem = await aProblem(w);
  const { published: _published, ...written } = article();
  const number = await documentProblem(w.ian, { ...written, problem: problem.number });
  expect((await articleOf(w.pat, number)).title).toBe(written.title);
  const { id } = await db().article.findUniqueOrThrow({ where: { number } });
  expect(await fresh(problem)).toMatchObject({ articleId: id, knownError: true });

  const closed = await aProblem(w);
  await db().task.update({ where: { id: closed.id }, data: { state: 'closed', active: false } });
  const late = documentProblem(w.ian, { ...written, problem: closed.number });
  await expect(late).rejects.toMatchObject({ rule: 'REC-5' });
  expect(await db().article.count()).toBe(1);
});

test('SYNC-PRB-5 · a problem gets one article even if the form is sent several times at once', async () => {
  const before = await db().article.count();
  const problem = await aProblem(w);
  const { published: _published, ...written } = article();
  const document = () => documentProblem(w.ian, { ...written, problem: problem.number });
  const sent = await Promise.allSettled([document(), document(), document()]);
  expect(sent.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  await expect(document()).rejects.toMatchObject({
    rule: 'SYNC-PRB-5',
    because: `${problem.number} has an article already. Remove it first.`,
  });
  expect(await db().article.count()).toBe(before + 1);
});

test.each(['close', 'cancel'] as const)(
  'CASE-5 · after %s, articles can be neither attached to a case nor removed from it',
  async (verb) => {
    const [attached, other] = [await writeArticle(w.ian, article()), await writeArticle(w.ian, article())];
    const { id, number } = await aCase(w);
    const attach = (name: string, isAttached: boolean) =>
      attachArticle(w.mia, { kind: 'case', number, article: name, attached: isAttached });
    await attach(attached, true);
    await moveCase(w.mia, { number, verb, ...(verb === 'close' ? { values: { resolutionNotes: 'Done.' } } : {}) });
    await expect(attach(other, true)).rejects.toMatchObject({ rule: 'CASE-5' });
    await expect(attach(attached, false)).rejects.toMatchObject({ rule: 'CASE-5' });
    expect(await db().caseArticle.count({ where: { caseId: id } })).toBe(1);
  },
);

test('ACC-6, articles · suggestions are published articles with words of the record’s title; matches in the article’s title come first', async () => {
  const inText = await writeArticle(w.ian, article({ title: 'Old radios', text: 'Why a zeppelin hangar stays dark.' }));
  const inTitle = await writeArticle(w.ian, article({ title: 'The zeppelin and its hangar', text: 'Lights.' }));
  await writeArticle(w.ian, article({ title: 'Zeppelin hangar, not finished', published: false }));
  await writeArticle(w.ian, article({ title: 'One word of it: zeppelin', text: 'Nothing else.' }));
  const numbers = async (actor: Actor, title: string) =>
    (await suggestedArticles(actor, title)).map(({ number }) => number);
  expect(await numbers(w.ian, 'The hangar of the zeppelin is dark')).toEqual([inTitle, inText]);
  expect(await numbers(w.ian, 'Is it on?')).toEqual([]);
  expect(await numbers(w.cora, 'The hangar of the zeppelin is dark')).toEqual([]);
});
