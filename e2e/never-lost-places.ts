import type { Locator, Page } from '@playwright/test';
import { activity, chooseAction, details, openTab, untilOpen } from './desk.ts';

export interface Place {
  name: string;
  isDialog?: true;
  /** The page's address, for a case and a problem that no other journey touches. */
  address: (number: string, problem: string) => string;
  /** Fills other required fields; their values are kept too. */
  begin?: (page: Page) => Promise<void>;
  /** Opens the text box if it is not visible. */
  box: (page: Page) => Promise<Locator>;
  /** Submits the text. */
  send: (page: Page) => Promise<void>;
  /** Sending creates an incident or a request with the text, as `countCreated` counts them. */
  creates?: true;
}

const ofCase = (number: string) => `/workspace/cases/${number}`;

async function dialogOf(page: Page, name: string, open: () => Promise<unknown>): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name, exact: true });
  await untilOpen(dialog, async () => void (await open()));
  return dialog;
}

const submitDialog = (page: Page) => page.getByRole('dialog').locator('button[type="submit"]').click();

const saveDialog = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();

/** The places where typed text must not be lost. */
export const places: readonly Place[] = [
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
    send: (page) => page.getByRole('button', { name: 'Create case', exact: true }).click(),
  },
  {
    name: 'Create Incident',
    isDialog: true,
    address: ofCase,
    box: async (page) => (await chooseAction(page, 'Create Incident')).getByLabel('Short description'),
    send: submitDialog,
  },
  {
    name: 'a new incident',
    address: () => '/workspace/incidents/new',
    box: async (page) => page.getByLabel('Short description'),
    send: (page) => page.getByRole('button', { name: 'Create incident', exact: true }).click(),
    creates: true,
  },
  {
    name: 'a new request',
    address: () => '/workspace/requests/new',
    begin: (page) => page.getByRole('radio', { name: /Static IP address/ }).check(),
    box: async (page) => page.getByLabel('Special instructions'),
    send: (page) => page.getByRole('button', { name: 'Create request', exact: true }).click(),
    creates: true,
  },
  {
    name: 'Create Request',
    isDialog: true,
    address: ofCase,
    begin: async (page) => {
      const dialog = await chooseAction(page, 'Create Request');
      await dialog.getByRole('radio', { name: /Static IP address/ }).check();
    },
    box: async (page) => (await chooseAction(page, 'Create Request')).getByLabel('Special instructions'),
    send: submitDialog,
    creates: true,
  },
  {
    name: 'the article of a problem',
    isDialog: true,
    address: (_number, problem) => `/workspace/problems/${problem}`,
    box: async (page) => {
      const open = () => page.getByRole('button', { name: 'Create article' }).click({ timeout: 2_000 });
      return (await dialogOf(page, 'Create article', open)).getByLabel('Text');
    },
    send: submitDialog,
  },
  {
    name: 'a customer who is added',
    isDialog: true,
    address: () => '/workspace/cases/new',
    box: async (page) => {
      const open = async () => {
        await page.getByRole('combobox', { name: 'Customer' }).fill('Nobody Known', { timeout: 2_000 });
        await page.getByRole('option', { name: 'Add "Nobody Known"' }).click({ timeout: 2_000 });
      };
      return (await dialogOf(page, 'Add customer', open)).getByLabel('Name', { exact: true });
    },
    send: saveDialog,
  },
  {
    name: 'the name of a view',
    isDialog: true,
    address: () => '/workspace/cases?state=resolved',
    box: async (page) => {
      const open = () => page.getByRole('button', { name: 'Save view' }).click({ timeout: 2_000 });
      return (await dialogOf(page, 'Save view', open)).getByLabel('Name');
    },
    send: saveDialog,
  },
  {
    name: 'the value of a property',
    address: () => '/admin/properties',
    box: async (page) => page.getByRole('textbox', { name: 'Value of case.default_assignment_group' }),
    send: (page) => page.getByRole('button', { name: 'Update case.default_assignment_group' }).click(),
  },
];
