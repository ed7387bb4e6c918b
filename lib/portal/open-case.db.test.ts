import { beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { actorOfUser } from '#lib/session/actors.ts';
import { anArticle } from '#lib/testing/itsm.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { aCase, holderOf, makeMajor, world } from '#lib/testing/world.ts';
import {
  addColleagueAction,
  closeOwnAction,
  commentAction,
  openCaseAction,
  removeColleagueAction,
  saveProfileAction,
} from './actions.ts';
import { portalProducts } from './products.ts';
import { knownIssues } from './queries/known-issues.ts';
import { portalArticle } from './queries/portal-article.ts';
import { portalCase } from './queries/portal-case.ts';
import type { OpenCase } from './schema.ts';
import { titleOf } from './title-of.ts';

const w = await world();
beforeEach(() => db().callCount.deleteMany());

const as = <T>(actor: Actor, work: () => Promise<T>) => {
  signedIn.actor = actor;
  return work();
};

async function opened(actor: Actor, input: Partial<z.input<typeof OpenCase>>) {
  const result = await as(actor, () => openCaseAction({ description: 'It flickers. Since Monday.', ...input }));
  if (!result.ok) throw new Error(`${result.rule}: ${result.message}`);
  return db().task.findUniqueOrThrow({ where: { number: result.data?.number ?? '' }, include: { case: true } });
}

/** Who was notified of a shared case, and in which role. */
async function sharedMails(taskId: string): Promise<unknown[]> {
  const mails = await db().mail.findMany({ where: { taskId, event: 'case shared' }, orderBy: { id: 'asc' } });
  return mails.map(({ recipientId, facts, status }) => [recipientId, Object(facts).as, status]);
}

describe('a new case', () => {
  it('POR-8 · belongs to the reader, with the description, about the chosen product', async () => {
    const [product, asset] = await portalProducts(db(), w.cora);
    expect([product?.label, asset?.label]).toEqual(['SD-WAN Edge', 'SD-WAN Edge, EDGE-1']);
    const theCase = await opened(w.cora, { thing: asset?.value ?? '' });
    expect(theCase).toMatchObject({
      shortDescription: 'It flickers',
      description: 'It flickers. Since Monday.',
      state: 'new',
      priority: 4,
      contactId: w.cora.id,
      accountId: w.boxeo,
      openedById: w.cora.id,
      case: { channel: 'web', productId: w.product, assetId: w.asset, proactive: false },
    });
    expect(await portalCase(w.cora, theCase.number)).toMatchObject({ product: 'SD-WAN Edge, EDGE-1', byPhone: false });
    expect((await opened(w.cora, { urgency: '2' })).priority).toBe(2);
    const described = async (actor: Actor) => (await portalCase(actor, theCase.number))?.describedBy;
    expect([await described(w.cora), await described(w.ben)]).toEqual([
      { name: 'Cora Customer', isReader: true },
      { name: 'Cora Customer', isReader: false },
    ]);
    expect(await opened(w.jane, {})).toMatchObject({ consumerId: w.jane.id, contactId: null, accountId: null });
  });

  it('POR-8 · another account’s record and a missing one are refused alike', async () => {
    expect(await portalProducts(db(), w.fiona)).toEqual([]);
    const tries = [`asset:${w.asset}`, `product:${w.product}`, 'asset:x', 'x'];
    const answers = await Promise.all(
      tries.map((thing) => as(w.fiona, () => openCaseAction({ description: 'Mine?', thing }))),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ ok: false, rule: 'REL-16' });
  });

  it('POR-8 · a customer without a role opens none', async () => {
    const nobody = await holderOf('Nora Noroles', ['sn_customerservice.consumer'], w.boxeo);
    expect(await as(nobody, () => openCaseAction({ description: 'Hello?' }))).toMatchObject({ rule: 'ACC-6' });
  });

  it('POR-21 · a repeated call creates one case', async () => {
    const input = { description: 'Twice, says the network.' };
    const count = () => db().task.count({ where: { shortDescription: 'Twice, says the network' } });
    const [first, again] = await as(w.cora, () =>
      Promise.all([openCaseAction(input, 'same-call-1'), openCaseAction(input, 'same-call-1')]),
    );
    expect([first, await count()]).toEqual([again, 1]);
    const changed = await as(w.cora, () => openCaseAction({ description: 'Other words.' }, 'same-call-1'));
    expect(changed).toMatchObject({ ok: false, details: { savedBefore: true } });
  });

  it('POR-16 · about a case that is over names it; one that is not the reader’s answers like a missing one', async () => {
    const { number, id } = await aCase(w);
    await db().task.update({ where: { id }, data: { state: 'closed', active: false } });
    expect((await opened(w.cora, { about: number })).description).toBe(
      `It flickers. Since Monday.\n\nAbout ${number}.`,
    );
    const answers = await as(w.fiona, () =>
      Promise.all([number, 'CS0999999'].map((about) => openCaseAction({ description: 'Hm.', about }))),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ ok: false, rule: 'REL-16', message: 'Not found, or you have no access.' });
  });

  it.each([
    ['cora', 'carl.colleague@example.test', null],
    ['bea', 'carl.colleague@example.test', 'carl'],
    ['bea', 'lea.labs@example.test', 'lea'],
    ['ben', 'Carl.Colleague@Example.test', 'carl'],
    ['ben', 'lea.labs@example.test', null],
    ['paul', 'cora.customer@example.test', 'cora'],
    ['petra', 'fiona.funco@example.test', null],
    ['bea', 'nobody@example.test', null],
    ['bea', 'ava.agent@example.test', null],
    ['jane', 'jane.doe@example.test', null],
  ] as const)('POR-19, POR-13 · %s opens a case for %s: %s', async (by, forEmail, whose) => {
    if (whose) {
      const theCase = await opened(w[by], { forEmail });
      expect([theCase.contactId, theCase.openedById]).toEqual([w[whose].id, w[by].id]);
      expect(await portalCase(w[by], theCase.number)).not.toBeNull();
      expect(await db().taskWatcher.count({ where: { taskId: theCase.id, userId: w[by].id } })).toBe(1);
      expect(await sharedMails(theCase.id)).toEqual([[w[whose].id, 'contact', 'queued']]);
    } else {
      const answer = await as(w[by], () => openCaseAction({ description: 'For another.', forEmail }));
      const message = 'No one in your company has this address.';
      expect(answer).toEqual({
        ok: false,
        rule: 'POR-19',
        field: 'forEmail',
        message,
        fieldErrors: { forEmail: message },
      });
    }
  });

  it('POR-8 · its title is the first sentence, cut to the maximum length', () => {
    expect(titleOf('The till is dead. Help!')).toBe('The till is dead');
    expect(titleOf('Why?\nSecond line')).toBe('Why?');
    expect(titleOf('Version 2.5 fails\r\nmore')).toBe('Version 2.5 fails');
    expect(titleOf('연결이 끊깁니다. 도와주세요')).toBe('연결이 끊깁니다');
    expect(titleOf('word '.repeat(80))).toMatch(/^(word ){30}word…$|^(word )+word…$/);
    expect(titleOf('x'.repeat(400))).toHaveLength(160);
  });
});

describe('known issues', () => {
  it('POR-8 · the reader’s own open cases and published solutions with similar words; no others, nothing for staff', async () => {
    const words = { shortDescription: 'Scanner prints garbled barcodes' };
    const mine = await aCase(w, words);
    await aCase(w, { ...words, contactId: w.fiona.id });
    const closed = await aCase(w, words);
    await db().task.update({ where: { id: closed.id }, data: { state: 'closed', active: false } });
    const title = 'Barcodes are garbled by the scanner';
    const shown = await anArticle(w, { title, readers: 'external' });
    await anArticle(w, { title, readers: 'internal' });
    const known = await knownIssues(w.cora, 'our scanner garbled all barcodes today');
    expect(known.cases.map(({ number }) => number)).toEqual([mine.number]);
    expect(known.articles).toEqual([{ number: shown, title }]);
    expect((await portalArticle(shown))?.title).toBe(title);
    expect(await knownIssues(w.cora, 'a')).toEqual({ outages: [], cases: [], solved: [], articles: [] });
  });

  it('POR-8 · own cases that were solved are offered with the solution that the customer may read; orders are not', async () => {
    const theCase = await aCase(w, { shortDescription: 'Kiosk shows a blue screen' });
    const known = async (actor: Actor) => {
      const { cases, solved } = await knownIssues(actor, 'kiosk blue screen');
      return [cases.map(({ number }) => number), solved.map(({ number, solution }) => [number, solution])];
    };
    expect(await known(w.cora)).toEqual([[theCase.number], []]);
    await db().case.update({ where: { id: theCase.id }, data: { initiatedAsRequest: true } });
    expect(await known(w.cora)).toEqual([[], []]);
    const resolutionNotes = 'Restart it by the switch at its back.';
    const close = (id: string, addResolutionNotesToComments: boolean) =>
      db().$transaction([
        db().case.update({
          where: { id },
          data: { initiatedAsRequest: false, resolutionNotes, addResolutionNotesToComments },
        }),
        db().task.update({ where: { id }, data: { state: 'closed', active: false } }),
      ]);
    await close(theCase.id, true);
    const { id: untold } = await aCase(w, { shortDescription: 'Kiosk shows a blue screen again' });
    await close(untold, false);
    expect([await known(w.cora), await known(w.fiona)]).toEqual([
      [[], [[theCase.number, resolutionNotes]]],
      [[], []],
    ]);
  });

  it('POR-8, POR-9 · an outage of the account is shown to all its contacts, its case only to those with access', async () => {
    const [major, child] = [
      await aCase(w),
      await aCase(w, { shortDescription: 'Branches lose their connection', description: 'mon-col-1' }),
    ];
    await makeMajor(major, child);
    await db().case.update({ where: { id: child.id }, data: { proactive: true } });
    const titles = async (actor: Actor) =>
      (await knownIssues(actor, '')).outages.map(({ number, title }) => [number, title]);
    const known = 'Branches lose their connection';
    expect([await titles(w.cora), await titles(w.carl), await titles(w.fiona)]).toEqual([
      [[child.number, known]],
      [[null, known]],
      [],
    ]);
    expect(await portalCase(w.cora, child.number)).toMatchObject({ proactive: true, description: '' });
    await db().case.update({ where: { id: child.id }, data: { sensitive: true } });
    expect(await titles(w.carl)).toEqual([]);
    await db().case.update({ where: { id: child.id }, data: { sensitive: false } });
    await db().task.update({ where: { id: child.id }, data: { state: 'closed', active: false } });
    expect(await titles(w.carl)).toEqual([]);
  });
});

describe('colleagues', () => {
  const add = (by: Actor, number: string, email: string, may: 'read' | 'answer' = 'read') =>
    as(by, () => addColleagueAction({ number, email, may }));

  it('POR-19 · a colleague of the account gets access and an email, may be allowed to reply, and can be removed', async () => {
    const { id, number } = await aCase(w);
    expect(await add(w.cora, number, ' Carl.Colleague@example.test ')).toMatchObject({
      ok: true,
      message: 'Carl Colleague was added.',
    });
    const watching = () => db().taskWatcher.count({ where: { taskId: id, userId: w.carl.id, list: 'watch_list' } });
    expect([(await portalCase(w.carl, number))?.may, await watching()]).toMatchObject([
      { comment: false, share: false },
      1,
    ]);
    expect(await as(w.carl, () => commentAction({ number, text: 'Hm.' }))).toMatchObject({ rule: 'ACC-6' });
    await add(w.cora, number, 'carl.colleague@example.test', 'answer');
    expect(await as(w.carl, () => commentAction({ number, text: 'Hm.' }))).toEqual({ ok: true });
    expect((await portalCase(w.cora, number))?.colleagues).toEqual([
      { id: w.carl.id, name: 'Carl Colleague', mayAnswer: true },
    ]);
    expect(await sharedMails(id)).toEqual([
      [w.carl.id, 'reader', 'queued'],
      [w.carl.id, 'writer', 'queued'],
    ]);
    await as(w.cora, () => removeColleagueAction({ number, userId: w.carl.id }));
    expect([await portalCase(w.carl, number), await watching()]).toEqual([null, 0]);
  });

  it('POR-19 · a person of another account, a staff member and an unknown person are refused with the same text', async () => {
    const { number } = await aCase(w);
    const who = ['fiona.funco', 'lea.labs', 'ava.agent', 'paul.partner', 'jane.doe', 'nobody'];
    const answers = await Promise.all(who.map((name) => add(w.cora, number, `${name}@example.test`)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ ok: false, rule: 'POR-19', field: 'email' });
    expect(await db().caseColleague.count({ where: { case: { task: { number } } } })).toBe(0);
    // A partner reaches the case, but cannot add people of the partner's own account.
    expect(await add(w.petra, number, 'paul.partner@example.test')).toMatchObject({ rule: 'POR-19' });
  });

  it('POR-13 · a former contact on the watch list still reads the case, cannot write, and loses it with the account', async () => {
    const { id, number } = await aCase(w);
    await db().task.update({ where: { id }, data: { contactId: w.carl.id } });
    expect(await portalCase(w.cora, number)).toBeNull();
    await db().taskWatcher.create({ data: { taskId: id, userId: w.cora.id, list: 'watch_list' } });
    expect((await portalCase(w.cora, number))?.may).toMatchObject({ comment: false, answer: false, share: false });
    expect(await as(w.cora, () => commentAction({ number, text: 'Hm.' }))).toMatchObject({ rule: 'ACC-6' });
    await db().task.update({ where: { id }, data: { accountId: w.funco, contactId: w.fiona.id } });
    expect(await portalCase(w.cora, number)).toBeNull();
  });

  it('POR-14 · a sensitive case is hidden from roles that are not watchers', async () => {
    const { id, number } = await aCase(w);
    await db().case.update({ where: { id }, data: { sensitive: true } });
    const visibleTo = async () => [await portalCase(w.ben, number), await portalCase(w.petra, number)].map(Boolean);
    expect(await visibleTo()).toEqual([false, false]);
    await db().taskWatcher.createMany({
      data: [w.ben, w.petra].map(({ id: userId }) => ({ taskId: id, userId, list: 'watch_list' })),
    });
    expect(await visibleTo()).toEqual([true, true]);
  });

  it('POR-19 · the contact of the case already has access; a closed case cannot be shared', async () => {
    const { id, number } = await aCase(w);
    expect(await add(w.bea, number, 'cora.customer@example.test')).toMatchObject({
      message: 'Cora Customer can see this already.',
    });
    await db().task.update({ where: { id }, data: { state: 'closed', active: false } });
    expect(await add(w.cora, number, 'carl.colleague@example.test')).toMatchObject({ rule: 'CASE-5' });
  });
});

describe('answers', () => {
  it('POR-16 · a customer closes an own open case with a reason, which Support reads', async () => {
    const { id, number } = await aCase(w);
    expect(await as(w.cora, () => closeOwnAction({ number, reason: '  ' }))).toMatchObject({
      fieldErrors: { reason: 'Write why you are closing it.' },
    });
    await as(w.cora, () => closeOwnAction({ number, reason: 'It works again.' }));
    const task = await db().task.findUniqueOrThrow({ where: { id }, include: { entries: true } });
    expect([task.state, task.entries.filter(({ type }) => type === 'comment').map(({ text }) => text)]).toEqual([
      'closed',
      ['It works again.'],
    ]);
  });

  it('POR-21 · a repeated message is one comment', async () => {
    const { id, number } = await aCase(w);
    const send = () => commentAction({ number, text: 'Are you there?' }, 'same-message');
    const answers = await as(w.cora, () => Promise.all([send(), send(), send()]));
    expect(answers).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    expect(await db().journalEntry.count({ where: { taskId: id, type: 'comment' } })).toBe(1);
  });

  it('POR-20 · a foreign case and a missing one answer every action with the same bytes', async () => {
    const { number } = await aCase(w, { contactId: w.fiona.id });
    const both = async (work: (number: string) => Promise<unknown>) =>
      as(w.cora, async () => [JSON.stringify(await work(number)), JSON.stringify(await work('CS0999999'))]);
    for (const [foreign, missing] of [
      await both((each) => commentAction({ number: each, text: 'x' })),
      await both((each) => closeOwnAction({ number: each, reason: 'x' })),
      await both((each) => addColleagueAction({ number: each, email: 'a@b.example', may: 'read' })),
      await both((each) => removeColleagueAction({ number: each, userId: w.carl.id })),
    ])
      expect(foreign).toBe(missing);
  });
});

describe('the profile', () => {
  it('POR-10 · name, language and zone are the person’s own, and count at once', async () => {
    const profile = { name: 'Cora K.', language: 'ko', timeZone: 'Asia/Seoul' } as const;
    expect(await as(w.cora, () => saveProfileAction(profile))).toEqual({ ok: true, message: '저장했습니다.' });
    const saved = await db().user.findUniqueOrThrow({ where: { id: w.cora.id } });
    expect(saved).toMatchObject({ ...profile, languageChosen: true });
    expect(await actorOfUser(db(), w.cora.id)).toMatchObject({ name: 'Cora K.', timeZone: 'Asia/Seoul' });
    expect(await as(w.cora, () => saveProfileAction({ ...profile, timeZone: 'Mars/North' }))).toMatchObject({
      ok: false,
    });
  });
});
