import { expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { anUpdateWithMails } from '#lib/testing/failed-update.ts';
import { anIncident, setProperty, world } from '#lib/testing/world.ts';
import { foldLedger } from './fold-ledger.ts';
import { ledgerPage } from './queries/ledger-page.ts';

const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000);

const w = await world();

it('SYNC-6 · old updates are added to the totals of their record and rule; those with waiting emails stay', async () => {
  const incident = await anIncident(w);
  await anUpdateWithMails(incident.id, ['sent', 'failed']);
  await anUpdateWithMails(incident.id, ['sent', 'suppressed']);
  await anUpdateWithMails(incident.id, ['queued']);
  await setProperty('ledger.keep_days', '30');
  const page = () => ledgerPage(w.ian, { kind: 'incident', number: incident.number, after: null });

  expect(await foldLedger(inDays(29))).toBe('0 old updates turned into totals');
  expect(await page()).toMatchObject({ earlier: null, updates: { length: 3 } });

  expect(await foldLedger(inDays(31))).toBe('2 old updates turned into totals');
  const totals = {
    count: 2,
    rules: [{ id: 'SYNC-INC-1', written: 2, leftOut: [] }],
    mails: { sent: 2, waiting: 0, failed: 1, suppressed: 1 },
  };
  expect(await page()).toMatchObject({ earlier: totals, updates: { length: 1 } });
  expect(await db().ledgerRow.count()).toBe(1);

  await db().mail.updateMany({
    where: { status: 'queued' },
    data: { status: 'failed', lastError: 'No.', nextTryAt: null },
  });
  await Promise.all([foldLedger(inDays(31)), foldLedger(inDays(31))]);
  const grown = { count: 3, rules: [{ written: 3 }], mails: { sent: 2, failed: 2 } };
  expect(await page()).toMatchObject({ earlier: grown, updates: [] });
});
