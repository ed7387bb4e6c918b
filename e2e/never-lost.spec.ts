import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import fc from 'fast-check';
import {
  aCase,
  activity,
  addManagerNote,
  anAgent,
  aProblem,
  countCreated,
  endSessions,
  leave,
  properties,
  saveAsManager,
  statusMessage,
  untilOpen,
} from './desk.ts';
import { expect, signIn, test } from './fixtures.ts';
import { type Place, places } from './never-lost-places.ts';

test.afterAll(leave);

/** How many random pairs of place and event are tried after the fixed ones; more take longer. */
const BY_CHANCE = Number(process.env.NEVER_LOST_STEPS ?? 2);
/** Printed on failure, so that the run can be repeated. */
const SEED = Number(process.env.NEVER_LOST_SEED ?? Date.now() % 1_000_000);

const PASSWORD = 'half a sentence is kept';

/** A user's browser with its own profile, and the open page. */
interface Desk {
  context: BrowserContext;
  page: Page;
  email: string;
  /** Starts the browser with the profile of the earlier one. */
  start: () => Promise<BrowserContext>;
  addressOf: (place: Place, number: string) => string;
}

type Happening = (desk: Desk, place: Place, number: string) => Promise<void>;

const pressEscape = (page: Page) => page.keyboard.press('Escape');

async function signInAgain(page: Page) {
  const signInDialog = page.getByRole('dialog', { name: 'Sign in to continue' });
  await signInDialog.getByLabel('Password').fill(PASSWORD);
  await signInDialog.getByRole('button', { name: 'Sign in to continue' }).click();
  await expect(signInDialog).toBeHidden();
}

/**
 * A record refreshes as soon as it receives others' changes. A response that arrives while the session ends
 * redirects to the sign-in page, and the typed text is offered after it.
 */
const shownAnew = (page: Page) =>
  page.waitForFunction(() =>
    performance
      .getEntriesByType('resource')
      .some(({ name }) => name.includes('_rsc=') && new URL(name).pathname === location.pathname),
  );

const happenings: Readonly<Record<string, Happening>> = {
  async 'a link'({ page }, { isDialog }) {
    if (isDialog) await pressEscape(page);
    const links = page.getByRole('navigation', { name: 'Main' });
    await links.getByRole('link', { name: /^(Problems|Roles)/ }).click();
    await expect(page).toHaveURL(/\/(problems|roles)$/);
  },
  async Back({ page }) {
    await page.goBack();
    await expect(page).toHaveURL(/\/workspace\/profile$/);
  },
  async 'a reload'({ page }) {
    await page.reload();
  },
  async 'a closed tab'(desk) {
    const { page, context } = desk;
    desk.page = await context.newPage();
    await page.close();
  },
  async 'a tab that crashes'(desk) {
    const { page, context } = desk;
    const crashed = page.waitForEvent('crash');
    const inspector = await context.newCDPSession(page);
    // The crashing tab never answers this call.
    inspector.send('Page.crash').catch(() => undefined);
    await crashed;
    desk.page = await context.newPage();
    await page.close();
  },
  async 'a closed browser'(desk) {
    await desk.context.close();
    desk.context = await desk.start();
    desk.page = await desk.context.newPage();
  },
  async 'the end of the session'({ page, email }, _place, number) {
    if (page.url().endsWith(number)) await shownAnew(page);
    await endSessions(email);
    await signInAgain(page);
  },
  async 'signing out'({ page, email, addressOf }, place, number) {
    if (place.isDialog) await pressEscape(page);
    const signOut = page.getByRole('menuitem', { name: 'Sign out' });
    await untilOpen(signOut, () => page.getByRole('button', { name: /^User menu/ }).click({ timeout: 2_000 }));
    await signOut.click();
    await expect(page).toHaveURL(/\/login/);
    await signIn(page, email, { password: PASSWORD, from: addressOf(place, number) });
  },
  async 'no network while it is sent'({ page, context }, { send }, number) {
    // A navigation in progress when the network fails would open the browser's offline page.
    if (page.url().endsWith(number)) await shownAnew(page);
    await context.setOffline(true);
    await send(page);
    await expect(page.getByRole('alert').filter({ hasText: 'The server did not answer.' })).toBeVisible();
    await context.setOffline(false);
  },
  async 'somebody who saves the same record'({ page }, _place, number) {
    await saveAsManager(number, { impact: 1 });
    if (page.url().endsWith(number)) await expect(properties(page).getByLabel('Impact')).toHaveValue('1');
  },
  async Escape({ page }) {
    await pressEscape(page);
  },
  async 'an entry of somebody else'({ page }, _place, number) {
    await addManagerNote(number, 'Said meanwhile');
    // It may be in a tab that is not shown.
    if (page.url().endsWith(number)) await expect(page.getByText('Said meanwhile').first()).toBeAttached();
  },
  async 'a jump by the palette'({ page }) {
    const palette = page.getByRole('dialog', { name: 'Command palette' });
    await untilOpen(palette, () => page.keyboard.press('Control+k'));
    await palette.getByRole('combobox').fill('go to knowledge');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/knowledge$/);
  },
};

/** Expects the typed text in its box or, if it could not be posted, beside its Retry button. */
async function expectThere({ page, addressOf }: Desk, place: Place, number: string, text: string) {
  const notPosted = activity(page).locator('div', { has: page.getByRole('button', { name: 'Retry' }) });
  await expect(async () => {
    // The page may be another one, or the browser's offline page.
    const address = addressOf(place, number);
    if (!page.url().endsWith(address)) await page.goto(address);
    if (await notPosted.filter({ hasText: text }).first().isVisible()) return;
    await expect(await place.box(page)).toHaveValue(text, { timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
}

type Pair = { place: Place; what: string; happens: Happening };

const everyHappening = Object.entries(happenings);
const pairs: readonly Pair[] = places.flatMap((place) =>
  everyHappening.map(([what, happens]) => ({ place, what, happens })),
);

/** Every place and every event at least once. */
const always = Array.from({ length: Math.max(places.length, everyHappening.length) }, (_, step) => {
  const [what] = everyHappening[step % everyHappening.length] ?? [];
  return pairs.filter((pair) => pair.what === what && pair.place === places[step % places.length]);
}).flat();

/** Places that create records: the form is sent again after its response was lost. */
const lostAnswers = places
  .filter(({ creates }) => creates)
  .map((place): Pair => ({ place, what: 'a lost answer', happens: loseAnswer }));

/** Random pairs; each occurs once before any repeats. */
function byChance(): Pair[] {
  const everyOne = fc.shuffledSubarray([...pairs], { minLength: pairs.length });
  const rounds = fc.sample(everyOne, { numRuns: Math.ceil(BY_CHANCE / pairs.length), seed: SEED });
  return rounds.flat().slice(0, BY_CHANCE);
}

const steps: readonly Pair[] = [...always, ...lostAnswers, ...byChance()];

/** The server has saved it, but the response is lost, and the page is reloaded. */
async function loseAnswer({ page }: Desk, { send }: Place) {
  await page.route('**', async (route) => {
    if (!('next-action' in route.request().headers())) return route.fallback();
    await route.fetch();
    await route.abort();
  });
  await send(page);
  await expect(page.getByRole('alert').filter({ hasText: 'The server did not answer.' })).toBeVisible();
  await page.unrouteAll();
  await page.reload();
}

test('REC-5 · no typed text is lost or saved twice, whatever happens', async ({ baseURL, launchOptions, viewport }) => {
  test.setTimeout(60_000 + steps.length * 15_000);
  const profile = mkdtempSync(path.join(tmpdir(), 'casebridge-never-lost-'));
  const email = await anAgent(`Nell Never ${SEED}`, PASSWORD, ['admin', 'sn_problem_write', 'sn_request_write']);
  const problem = await aProblem(`Typed at ${SEED}`);
  const addressOf = (place: Place, number: string) => place.address(number, problem);
  const start = async () => {
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions, baseURL, viewport });
    context.setDefaultTimeout(30_000);
    return context;
  };
  const context = await start();
  const desk: Desk = { context, page: await context.newPage(), email, start, addressOf };
  try {
    await signIn(desk.page, email, { password: PASSWORD });
    for (const [index, { place, what, happens }] of steps.entries())
      await test.step(`${what} leaves ${place.name} as it was typed (NEVER_LOST_SEED=${SEED}, step ${index})`, async () => {
        const number = await aCase(`Typed at ${index}`);
        const text = `Typed ${SEED} ${index}: ${what}`;
        await desk.page.goto('/workspace/profile');
        await desk.page.goto(addressOf(place, number));
        await place.begin?.(desk.page);
        const box = await place.box(desk.page);
        await box.fill(text);
        await happens(desk, place, number);
        await expectThere(desk, place, number, text);
        if (happens !== loseAnswer) return;
        expect(await countCreated(text)).toBe(1);
        await place.send(desk.page);
        await expect(statusMessage(desk.page, / created\./)).toBeVisible();
        expect(await countCreated(text)).toBe(1);
      });
  } finally {
    await desk.context.close();
    rmSync(profile, { recursive: true, force: true });
  }
});
