import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { roleNames } from '#lib/access/roles.ts';
import type { Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { anArticle, anOffer } from '#lib/testing/itsm.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { personIn, type Relation, reach, relationsAt, sixAccounts } from '#lib/testing/six-accounts.ts';
import { aCase, holderOf } from '#lib/testing/world.ts';
import { addColleagueAction, openCaseAction } from './actions.ts';
import { knownIssues } from './queries/known-issues.ts';
import { portalArticle } from './queries/portal-article.ts';
import { orderAction } from './requests/actions.ts';

const w = await sixAccounts();
let mouse: string;
beforeAll(async () => {
  mouse = await anOffer('Mouse');
});
beforeEach(() => db().callCount.deleteMany());

/** Excludes what the specification does not cover: naming oneself by one's own address, which has no use. */
const others = (at: (typeof reach)[number][1]) =>
  relationsAt(at).filter((relation) => relation !== 'own' && relation !== 'opened for served');

/** POR-19 · The people who can be added to an own case: those of the same account. */
const addable: readonly Relation[] = ['account'];

/** POR-6, POR-19, POR-5 · For whom each role opens cases and orders: people whose cases it sees now or after opening them. */
const actsFor: Readonly<Record<string, readonly Relation[]>> = {
  'sn_customerservice.customer': [],
  'sn_customerservice.customer_case_manager': ['account', 'child'],
  'sn_customerservice.customer_admin': ['account'],
  'sn_customerservice.partner': ['served'],
  'sn_customerservice.partner_admin': ['account', 'served'],
  'sn_customerservice.consumer': [],
};

const emailOf = async ({ id }: { id: string }) => String((await db().user.findUniqueOrThrow({ where: { id } })).email);

/** All actions that name a person by email address. */
const ways = (number: string) => ({
  add: (email: string) => addColleagueAction({ number, email, may: 'answer' }),
  open: (forEmail: string) => openCaseAction({ description: 'The line is down.', forEmail }),
  order: (forEmail: string) => orderAction({ items: [{ catalogItemId: mouse, quantity: 1 }], forEmail }),
});

describe.each(reach)('people and answers, for %s of %s', (role, at) => {
  let actor: Person;
  let own: string;
  beforeAll(async () => {
    actor = await holderOf(`Namer ${role}`, [role], at === 'nobody' ? undefined : w[at]);
    own = (await aCase(w, at === 'nobody' ? { consumerId: actor.id } : { contactId: actor.id })).number;
    signedIn.actor = actor;
  });

  it('POR-6, POR-19, POR-20 · name the people that the role reaches; others, staff and inactive people are refused like missing ones', async () => {
    const gone = await holderOf(`Gone ${role}`, ['sn_customerservice.customer'], at === 'nobody' ? w.boxeo : w[at]);
    await db().user.update({ where: { id: gone.id }, data: { active: false } });
    const named: [string, string][] = [
      ['staff', await emailOf(w.ava)],
      ['inactive', await emailOf(gone)],
    ];
    for (const relation of others(at)) named.push([relation, await emailOf(personIn(w, actor, relation))]);
    for (const [way, name] of Object.entries(ways(own))) {
      const reached: readonly string[] = way === 'add' ? (at === 'nobody' ? [] : addable) : (actsFor[role] ?? []);
      const unknown = JSON.stringify(await name('nobody-at-all@example.test'));
      for (const [relation, email] of named) {
        const answer = await name(email);
        const isReached = reached.includes(relation);
        expect([way, relation, answer.ok]).toEqual([way, relation, isReached]);
        if (!isReached) expect(JSON.stringify(answer), `${way}, ${relation}`).toBe(unknown);
      }
    }
  });

  it('POR-6, POR-19 · cases and orders opened for others belong to them', async () => {
    for (const relation of actsFor[role] ?? []) {
      const person = personIn(w, actor, relation);
      const { open, order } = ways(own);
      for (const answer of [await open(await emailOf(person)), await order(await emailOf(person))]) {
        const number = (answer.ok && answer.data?.number) || '';
        expect(await db().task.findUniqueOrThrow({ where: { number } })).toMatchObject({ contactId: person.id });
      }
    }
  });

  it('POR-8, POR-20 · articles are read where they are published for customers; others are not there', async () => {
    const word = `Pangolin${roleNames.indexOf(role)}`;
    const title = (what: string) => `${word} ${what}`;
    const [shown, internal, withdrawn] = [
      await anArticle(w, { title: title('shown'), readers: 'external' }),
      await anArticle(w, { title: title('internal') }),
      await anArticle(w, { title: title('withdrawn'), readers: 'external' }),
    ];
    await db().article.update({ where: { number: withdrawn }, data: { publishedAt: null } });
    expect(await portalArticle(shown)).toMatchObject({ title: title('shown') });
    for (const hidden of [internal, withdrawn, 'KB9999999']) expect(await portalArticle(hidden)).toBeNull();
    const { articles } = await knownIssues(actor, `${word} shown`);
    expect(articles.map(({ number }) => number)).toContain(shown);
    const offered = await knownIssues(actor, `${word} internal withdrawn`);
    expect(JSON.stringify(offered)).not.toMatch(new RegExp(`${internal}|${withdrawn}`));
  });
});
