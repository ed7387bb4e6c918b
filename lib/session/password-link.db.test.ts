import { beforeEach, describe, expect, it, test } from 'vitest';
import { composeMail } from '#lib/mail-out/compose.ts';
import { contentForReader, type MailRow, mailRow, mailRowJoins } from '#lib/mail-out/mail-row.ts';
import { sendDueMails } from '#lib/mail-out/send-due.ts';
import { system } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { forgotPassword } from '#lib/sign-in/forgot-password.ts';
import { setPasswordByLink } from '#lib/sign-in/set-password.ts';
import { answerTo } from '#lib/testing/answers.ts';
import { holderOf, type World, world } from '#lib/testing/world.ts';
import { sendLinkAction } from '#lib/user/actions.ts';
import { createUser } from '#lib/user/commands/create-user.ts';
import { sendLink } from '#lib/user/commands/invite.ts';
import { sendForgottenLink } from '#lib/user/commands/send-forgotten-link.ts';
import { givenUser, PASSWORD } from '#lib/user/testing/people.ts';
import { LINKS_PER_ADDRESS } from './attempts.ts';
import type { LinkPurpose } from './link-purpose.ts';
import { holderOfLink } from './one-time-token.ts';
import { signIn } from './sign-in.ts';

const source = '192.0.2.7';
const password = 'a lamp on the green table';
const dead = { rule: 'ACC-7', because: 'This link has been used or has expired.' };

let w: World;
beforeEach(async () => {
  w ??= await world();
  await db().signInAttempt.deleteMany();
});

/** The user's newest email, as it is read for sending. */
async function mailTo(recipientId: string) {
  const [row] = await db().$queryRaw<MailRow[]>`
    select ${mailRow} from mails m ${mailRowJoins} where m.recipient_id = ${recipientId}::uuid order by m.id desc limit 1`;
  if (!row) throw new Error('There is no mail.');
  return composeMail(contentForReader(row, await readSettings(db())));
}

async function linkIn(recipientId: string): Promise<{ purpose: LinkPurpose; token: string }> {
  const { text } = await mailTo(recipientId);
  const [, purpose, token] = /\/(reset|invitation)\?token=([\w-]+)/.exec(text) ?? [];
  return { purpose: purpose as LinkPurpose, token: token ?? '' };
}

/** A user who forgot the password, with the emailed link. */
async function forgetful(kind: 'internal' | 'contact' | 'consumer' = 'contact') {
  const user = await givenUser({ kind });
  await sendForgottenLink(system, { address: user.email });
  return { ...user, link: await linkIn(user.id) };
}

const withoutPassword = async (kind: 'contact' | 'consumer' = 'contact') => {
  const user = await givenUser({ kind });
  await db().user.update({ where: { id: user.id }, data: { passwordHash: null } });
  return user;
};

describe('a link for a new password', () => {
  it.each(['internal', 'contact', 'consumer'] as const)(
    'ACC-7, ACC-3 · sets it for a person of kind %s, once, and all sessions end',
    async (kind) => {
      const { id, email, link } = await forgetful(kind);
      await signIn({ email, password: PASSWORD, source });
      const before = await db().session.findMany({ where: { userId: id } });
      const { sid } = await setPasswordByLink({ ...link, password }, { source });
      expect(await db().session.findMany({ where: { userId: id }, select: { id: true } })).toEqual([{ id: sid }]);
      expect(before.map((each) => each.id)).not.toContain(sid);
      expect(await signIn({ email, password: PASSWORD, source })).toMatchObject({ ok: false });
      expect(await signIn({ email, password, source })).toMatchObject({ ok: true });
      await expect(setPasswordByLink({ ...link, password: `${password} again` }, { source })).rejects.toMatchObject(
        dead,
      );
      expect(await db().auditEntry.count({ where: { action: 'user.password-changed', subject: email } })).toBe(1);
    },
  );

  it('ACC-7 · is used by only one of two concurrent calls', async () => {
    const { link } = await forgetful();
    const both = ['first lamp on the table', 'second lamp on the table'].map((each) =>
      setPasswordByLink({ ...link, password: each }, { source }),
    );
    expect((await Promise.allSettled(both)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('POR-17, ACC-7 · is not used up by opening it, however often', async () => {
    const { id, link } = await forgetful();
    for (let look = 1; look <= 20; look++) expect((await holderOfLink(link.purpose, link.token))?.id).toBe(id);
    await setPasswordByLink({ ...link, password }, { source });
    expect(await holderOfLink(link.purpose, link.token)).toBeNull();
  });

  it('ACC-7 · works one hour, an invitation seven days', async () => {
    const { link } = await forgetful();
    const invited = await withoutPassword();
    await sendLink(w.adam, { userId: invited.id });
    const invitation = await linkIn(invited.id);
    const alive = (hours: number) =>
      at(new Date(Date.now() + hours * 3_600_000), async () => [
        (await holderOfLink(link.purpose, link.token)) !== null,
        (await holderOfLink(invitation.purpose, invitation.token)) !== null,
      ]);
    expect([invitation.purpose, await alive(0.99), await alive(1.01), await alive(167.9), await alive(168.1)]).toEqual([
      'invitation',
      [true, true],
      [false, true],
      [false, true],
      [false, false],
    ]);
    const late = () => setPasswordByLink({ ...link, password }, { source });
    await expect(at(new Date(Date.now() + 3_700_000), late)).rejects.toMatchObject(dead);
  });

  it.each([
    ['another password', { passwordHash: 'x' }],
    ['another address', { email: 'moved@example.test' }],
    ['deactivation', { active: false }],
  ])('ACC-7 · is dead after %s', async (_what, data) => {
    const { id, link } = await forgetful();
    await db().user.update({ where: { id }, data });
    if ('active' in data) await db().user.update({ where: { id }, data: { active: true } });
    expect(await holderOfLink(link.purpose, link.token)).toBeNull();
    await expect(setPasswordByLink({ ...link, password }, { source })).rejects.toMatchObject(dead);
    if ('email' in data) await db().user.update({ where: { id }, data: { email: null } });
  });

  it('ACC-7 · is valid for its purpose only, until a newer one is sent; a forged one is invalid', async () => {
    const { id, link } = await forgetful();
    await expect(setPasswordByLink({ ...link, purpose: 'invitation', password }, { source })).rejects.toMatchObject(
      dead,
    );
    const stored = await db().oneTimeToken.findFirstOrThrow({ where: { userId: id } });
    const { facts } = await db().mail.findFirstOrThrow({ where: { recipientId: id } });
    const { seed } = facts as { seed: string };
    for (const token of [stored.hash, seed, '', 'x'.repeat(200), `${link.token}x`])
      await expect(setPasswordByLink({ purpose: 'reset', token, password }, { source })).rejects.toMatchObject(dead);
    await sendForgottenLink(system, { address: (await db().user.findUniqueOrThrow({ where: { id } })).email ?? '' });
    await expect(setPasswordByLink({ ...link, password }, { source })).rejects.toMatchObject(dead);
    await setPasswordByLink({ ...(await linkIn(id)), password }, { source });
  });

  it('ACC-7 · has 256 bits, which are neither in the database nor visible to administrators if a server sends emails', async () => {
    const { id, link } = await forgetful();
    expect(Buffer.from(link.token, 'base64url').length).toBe(32);
    const rows = await db().$queryRaw<unknown[]>`
      select to_jsonb(m)::text as row from mails m union all select to_jsonb(t)::text from one_time_tokens t`;
    expect(JSON.stringify(rows)).not.toContain(link.token);
    process.env.SMTP_URL = 'smtp://localhost:1';
    try {
      const { text, html } = await mailTo(id);
      expect(text + html).not.toContain('token=');
    } finally {
      delete process.env.SMTP_URL;
    }
  });

  it('ACC-10, ACC-7 · guesses at it are limited by source', async () => {
    await db().signInAttempt.createMany({ data: Array.from({ length: 50 }, () => ({ key: `link:${source}` })) });
    const { link } = await forgetful();
    await expect(setPasswordByLink({ ...link, password }, { source })).rejects.toThrow('Too many attempts');
    await setPasswordByLink({ ...link, password }, { source: '192.0.2.8' });
  });

  it.each(['password1234', 'casebridge-demo', 'short', PASSWORD])(
    'ACC-11 · does not take %s, and still works',
    async (weak) => {
      const { link } = await forgetful();
      await expect(setPasswordByLink({ ...link, password: weak }, { source })).rejects.toMatchObject({
        rule: 'ACC-11',
      });
      await setPasswordByLink({ ...link, password }, { source });
    },
  );
});

describe('a forgotten password', () => {
  /** Everything that a request writes, without the address itself. */
  async function workOf(address: string) {
    const [audits, attempts] = [await db().auditEntry.count(), await db().signInAttempt.count()];
    await forgotPassword(address, source);
    const jobs = await db().$queryRaw<{ payload: unknown }[]>`
      select j.payload from graphile_worker._private_jobs j where j.key = ${`send-password-link:${address}`}`;
    return {
      audits: (await db().auditEntry.count()) - audits,
      attempts: (await db().signInAttempt.count()) - attempts,
      jobs: jobs.length,
      mails: await db().mail.count({ where: { address } }),
      links: await db().oneTimeToken.count({ where: { user: { email: address } } }),
    };
  }

  it('ACC-7, ACC-3 · is answered by the same work for a known, an unknown and a deactivated address', async () => {
    const [known, inactive] = [await givenUser(), await givenUser({ active: false })];
    const same = { audits: 1, attempts: 2, jobs: 1, mails: 0, links: 0 };
    for (const address of [known.email, 'nobody-at-all@example.test', inactive.email])
      expect(await workOf(address)).toEqual(same);
  });

  it('ACC-7 · sends an email only to an active user with a password', async () => {
    const [inactive, invited] = [await givenUser({ active: false }), await withoutPassword()];
    const before = await db().mail.count();
    for (const address of ['nobody@example.test', inactive.email, invited.email, ''])
      await sendForgottenLink(system, { address });
    expect(await db().mail.count()).toBe(before);
  });

  it('ACC-7, ACC-10 · asks five times for one address in a quarter of an hour, known or not', async () => {
    const { email } = await givenUser();
    for (const address of [email, 'nobody-there@example.test']) {
      for (let asked = 1; asked <= LINKS_PER_ADDRESS; asked++) await forgotPassword(address, `192.0.2.${asked}`);
      await expect(forgotPassword(address, source)).rejects.toMatchObject({
        because: expect.stringContaining('Too many'),
      });
    }
  });
});

describe('an invitation', () => {
  it('ACC-7, ACC-11 · lets an invited person sign in, in their language, and is sent through the outbox', async () => {
    const invited = await withoutPassword();
    await db().user.update({ where: { id: invited.id }, data: { language: 'ko' } });
    await sendLink(w.adam, { userId: invited.id });
    const { subject, html } = await mailTo(invited.id);
    expect([subject, html]).toEqual(['Casebridge 이용 안내', expect.stringContaining('<html lang="ko">')]);
    await sendDueMails();
    expect(await db().mail.findFirst({ where: { recipientId: invited.id } })).toMatchObject({
      status: 'sent',
      taskId: null,
    });
    await setPasswordByLink({ ...(await linkIn(invited.id)), password }, { source });
    expect(await signIn({ email: invited.email, password, source })).toMatchObject({ ok: true, audience: 'external' });
    expect(await sendLink(w.adam, { userId: invited.id })).toBe('reset');
  });

  it('ACC-7 · is sent by administrators and by agents who serve the person', async () => {
    const agent = await holderOf('Agent', ['sn_customerservice_agent']);
    const ofConsumers = await holderOf('Agent of consumers', ['sn_customerservice.consumer_agent']);
    const manager = await holderOf('Manager', ['sn_customerservice_manager']);
    const to = {
      contact: await withoutPassword(),
      consumer: await withoutPassword('consumer'),
      staff: await givenUser(),
    };
    const may = async (actor: Parameters<typeof answerTo>[0]) => {
      const answers = [];
      for (const { id } of Object.values(to)) answers.push(await answerTo(actor, () => sendLinkAction({ userId: id })));
      return answers;
    };
    expect({
      admin: await may(w.adam),
      manager: await may(manager),
      agent: await may(agent).catch((error) => String(error)),
      ofConsumers: await may(ofConsumers).catch((error) => String(error)),
      itil: await may(w.ian).catch((error) => String(error)),
      customer: await may(w.ben),
    }).toEqual({
      admin: ['yes', 'yes', 'yes'],
      manager: ['yes', 'yes', 'refused'],
      agent: ['yes', 'refused', 'refused'],
      ofConsumers: ['refused', 'yes', 'refused'],
      itil: ['refused', 'refused', 'refused'],
      customer: ['hidden', 'hidden', 'hidden'],
    });
  });

  it('ACC-7 · is sent to a new user without an initial password', async () => {
    const id = await createUser(w.adam, {
      name: 'Ivy Invited',
      email: 'ivy@example.test',
      password: '',
      roles: ['itil'],
    });
    expect((await linkIn(id)).purpose).toBe('invitation');
    const holder = await setPasswordByLink({ ...(await linkIn(id)), password }, { source });
    expect(holder).toMatchObject({ id, audience: 'internal' });
  });

  it('ACC-7 · needs an address and an active user', async () => {
    const [nowhere, inactive] = [await withoutPassword(), await givenUser({ kind: 'contact', active: false })];
    await db().user.update({ where: { id: nowhere.id }, data: { email: null } });
    for (const { id } of [nowhere, inactive])
      await expect(sendLink(w.adam, { userId: id })).rejects.toMatchObject({ rule: 'ACC-7' });
  });
});

test('ACC-7 · the database refuses a link without a hash or a user, or with an unknown purpose', async () => {
  const { id: userId } = await givenUser();
  const link = { hash: 'a'.repeat(64), purpose: 'reset', userId, expiresAt: new Date() };
  for (const wrong of [{ hash: 'secret' }, { purpose: 'other' }, { userId: null }, { purpose: 'set-up' }])
    await expect(transaction((tx) => tx.oneTimeToken.create({ data: { ...link, ...wrong } }))).rejects.toThrow();
  await transaction((tx) => tx.oneTimeToken.create({ data: link }));
});
