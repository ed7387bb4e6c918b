import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Locator, type Page } from '@playwright/test';
import fc from 'fast-check';
import {
  aCase,
  activity,
  anAgent,
  chooseAction,
  details,
  endSessions,
  leave,
  openTab,
  properties,
  saidBySomebody,
  savedBySomebody,
  untilOpen,
} from './desk.ts';
import { expect, signIn, test } from './fixtures.ts';

test.afterAll(leave);

/** How many times something is typed and something happens; `NEVER_LOST_STEPS=500` looks for longer. */
const STEPS = Number(process.env.NEVER_LOST_STEPS ?? 16);
/** Printed with what fails, so that the same can be done again. */
const SEED = Number(process.env.NEVER_LOST_SEED ?? Date.now() % 1_000_000);

const PASSWORD = 'half a sentence is kept';

interface Place {
  name: string;
  isDialog?: true;
  address: (number: string) => string;
  /** Opens what one types into, if that is not in sight. */
  box: (page: Page) => Promise<Locator>;
  /** Sends it. */
  send: (page: Page) => Promise<void>;
}

const ofCase = (number: string) => `/workspace/cases/${number}`;

async function dialogOf(page: Page, name: string, open: () => Promise<unknown>): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name, exact: true });
  await untilOpen(dialog, async () => void (await open()));
  return dialog;
}

const submitDialog = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();

const places: readonly Place[] = [
  {
    name: 'a work note',
    address: ofCase,
    box: async (page) => activity(page).getByRole('textbox', { name: 'Work notes' }),
    send: (page) => page.getByRole('button', { name: 'Post work note' }).click(),
  },
  {
    name: 'a comment',
    address: ofCase,
    box: async (page) => activity(page).getByRole('textbox', { name: 'Additional comments' }),
    send: (page) => page.getByRole('button', { name: 'Post comment' }).click(),
  },
  {
    name: 'a field of Details',
    address: ofCase,
    box: async (page) => {
      await openTab(page, 'Details');
      return details(page).getByLabel('Description', { exact: true });
    },
    send: (page) => page.getByRole('button', { name: 'Save', exact: true }).first().click(),
  },
  {
    name: 'a dialog of a verb',
    isDialog: true,
    address: ofCase,
    box: async (page) => {
      const open = () => page.getByRole('button', { name: 'Propose solution' }).click({ timeout: 2_000 });
      const dialog = await dialogOf(page, 'Propose solution', open);
      return dialog.getByRole('textbox', { name: 'Resolution notes' });
    },
    send: submitDialog,
  },
  {
    name: 'a new case',
    address: () => '/workspace/cases/new',
    box: async (page) => page.getByLabel('Short description'),
    send: (page) => page.getByRole('button', { name: 'Submit' }).click(),
  },
  {
    name: 'Create Incident',
    isDialog: true,
    address: ofCase,
    box: async (page) => (await chooseAction(page, 'Create Incident')).getByLabel('Short description'),
    send: submitDialog,
  },
];

/** Where one is: a browser with a profile of its own, and the page that one looks at. */
interface Desk {
  context: BrowserContext;
  page: Page;
  email: string;
  /** Starts the browser, with what an earlier one has left. */
  start: () => Promise<BrowserContext>;
}

type Happening = (desk: Desk, place: Place, number: string) => Promise<void>;

const pressEscape = (page: Page) => page.keyboard.press('Escape');

async function signInAgain(page: Page) {
  const asked = page.getByRole('dialog', { name: 'Sign in to go on' });
  await asked.getByLabel('Password').fill(PASSWORD);
  await asked.getByRole('button', { name: 'Sign in to go on' }).click();
  await expect(asked).toBeHidden();
}

/**
 * A record shows itself anew as soon as it hears what others change. An answer that is on its way while the session ends
 * leads to the sign-in by itself, and what was typed is offered behind it.
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
    const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Problems/ });
    await links.click();
    await expect(page).toHaveURL(/\/workspace\/problems$/);
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
  async 'signing out'({ page, email }, place, number) {
    if (place.isDialog) await pressEscape(page);
    const signOut = page.getByRole('menuitem', { name: 'Sign out' });
    await untilOpen(signOut, () => page.getByRole('button', { name: /^User menu/ }).click({ timeout: 2_000 }));
    await signOut.click();
    await expect(page).toHaveURL(/\/login/);
    await signIn(page, email, { password: PASSWORD, from: place.address(number) });
  },
  async 'no network while it is sent'({ page, context }, { send }) {
    await context.setOffline(true);
    await send(page);
    await expect(page.getByRole('alert').filter({ hasText: 'The server did not answer.' })).toBeVisible();
    await context.setOffline(false);
  },
  async 'somebody who saves the same record'({ page }, _place, number) {
    await savedBySomebody(number, { impact: 1 });
    if (page.url().endsWith(number)) await expect(properties(page).getByLabel('Impact')).toHaveValue('1');
  },
  async Escape({ page }) {
    await pressEscape(page);
  },
  async 'an entry of somebody else'({ page }, _place, number) {
    await saidBySomebody(number, 'Said meanwhile');
    // Perhaps behind another tab.
    if (page.url().endsWith(number)) await expect(page.getByText('Said meanwhile').first()).toBeAttached();
  },
  async 'a jump by the palette'({ page }) {
    const palette = page.getByRole('dialog', { name: 'Command palette' });
    await untilOpen(palette, () => page.keyboard.press('Control+k'));
    await palette.getByRole('combobox').fill('go to knowledge');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/workspace\/knowledge$/);
  },
};

/** What was typed, where one looks for it: in its box, or, where it was posted and could not be, beside its Retry. */
async function expectThere({ page }: Desk, place: Place, number: string, text: string) {
  const notPosted = activity(page).locator('div', { has: page.getByRole('button', { name: 'Retry' }) });
  await expect(async () => {
    // Somewhere else, or where the browser says that there was no network.
    if (new URL(page.url()).pathname !== place.address(number)) await page.goto(place.address(number));
    if (await notPosted.filter({ hasText: text }).first().isVisible()) return;
    await expect(await place.box(page)).toHaveValue(text, { timeout: 1_000 });
  }).toPass({ timeout: 40_000 });
}

const pairs = places.flatMap((place) =>
  Object.entries(happenings).map(([what, happens]) => ({ place, what, happens })),
);

/** So many of them, each once before one comes again. */
function chosen(): typeof pairs {
  const everyOne = fc.shuffledSubarray(pairs, { minLength: pairs.length });
  const rounds = fc.sample(everyOne, { numRuns: Math.ceil(STEPS / pairs.length), seed: SEED });
  return rounds.flat().slice(0, STEPS);
}

test('REC-5 · nothing typed is lost, whatever happens', async ({ baseURL, launchOptions, viewport }) => {
  test.setTimeout(60_000 + STEPS * 15_000);
  const profile = mkdtempSync(path.join(tmpdir(), 'casebridge-never-lost-'));
  const email = await anAgent(`Nell Never ${SEED}`, PASSWORD);
  const start = async () => {
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions, baseURL, viewport });
    context.setDefaultTimeout(30_000);
    return context;
  };
  const context = await start();
  const desk: Desk = { context, page: await context.newPage(), email, start };
  try {
    await signIn(desk.page, email, { password: PASSWORD });
    for (const [index, { place, what, happens }] of chosen().entries())
      await test.step(`${what} leaves ${place.name} as it was typed (NEVER_LOST_SEED=${SEED}, step ${index})`, async () => {
        const number = await aCase(`Typed at ${index}`);
        const text = `Typed ${SEED} ${index}: ${what}`;
        await desk.page.goto('/workspace/profile');
        await desk.page.goto(place.address(number));
        const box = await place.box(desk.page);
        await box.fill(text);
        await happens(desk, place, number);
        await expectThere(desk, place, number, text);
      });
  } finally {
    await desk.context.close();
    rmSync(profile, { recursive: true, force: true });
  }
});
