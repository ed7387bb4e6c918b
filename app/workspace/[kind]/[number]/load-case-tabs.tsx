import { LazyTab } from '#components/record-page/lazy-tab.tsx';
import type { RecordTab } from '#components/record-page/record-tabs.tsx';
import { tabId } from '#components/record-page/tab-id.ts';
import type { Notifiable } from '#components/related/customer-cases.tsx';
import { deferred } from '#components/ui/deferred.ts';
import { mayNotifyCustomers } from '#lib/access/policy.ts';
import { runsOf } from '#lib/customer-messages/queries/runs-of.ts';
import { isMajorCase, isNotifySource } from '#lib/customer-messages/source.ts';
import { majorCasesAreOn } from '#lib/major-case/rules/propose.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { pathOfNumber } from '#lib/record/kind.ts';
import { links, linksTo } from '#lib/record/link.ts';
import type { LoadedRecord } from '#lib/record-page/record-view.ts';
import {
  type CustomerCases,
  childCases,
  customerCases,
  offersCustomerCases,
} from '#lib/related/queries/customer-cases.ts';
import { slowTab } from './slow-tab.tsx';

type Turned = { tab: string | undefined; after: string | null };

/** REL-13, REL-14, MAJ-9 · The tabs of cases: one per link of a record, or a major case's children. Each has its own paging. */
export async function loadCaseTabs(actor: Actor, record: LoadedRecord, turned: Turned): Promise<RecordTab[]> {
  const { id, kind, settings } = record;
  const offered = linksTo(kind).filter((link) => offersCustomerCases(actor, link, settings));
  const notifiable = loadNotifiable(actor, record);
  const tabs = offered.map((link) =>
    caseTab(record, links[link].tab, notifiable, turned, (after) =>
      customerCases(actor, settings, { link, recordId: id, after }),
    ),
  );
  if (isMajorCase(record) && majorCasesAreOn(settings).ok)
    tabs.push(
      caseTab(record, 'Child Cases', notifiable, turned, (after) =>
        childCases(actor, settings, { majorId: id, after }),
      ),
    );
  return Promise.all(tabs);
}

async function caseTab(
  { number }: LoadedRecord,
  label: string,
  notifiable: Promise<Notifiable | null>,
  { tab, after }: Turned,
  read: (after: string | null) => Promise<CustomerCases | null>,
): Promise<RecordTab> {
  const begin = tab === tabId(label) ? after : null;
  return slowTab({
    label,
    of: await deferred(Promise.all([read(begin), notifiable])),
    countOf: ([loaded]) => loaded?.count ?? 0,
    rows: 6,
    panel: ([loaded, toNotify]) =>
      loaded && (
        <LazyTab cases={{ number, path: pathOfNumber(number), after: begin, cases: loaded, notifiable: toNotify }} />
      ),
  });
}

/** NOT-1, NOT-3 · The record's customers and messages so far; null: it has no customers, or the actor may not write to them. */
async function loadNotifiable(actor: Actor, record: LoadedRecord): Promise<Notifiable | null> {
  if (!isNotifySource(record) || !mayNotifyCustomers(actor, record).ok) return null;
  const { id, kind, number } = record;
  return { source: { id, kind, number }, runs: await runsOf(actor, { kind, number }) };
}
