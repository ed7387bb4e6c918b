import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { createTask } from '#lib/engine/commands/create-task.ts';
import { type Person, system } from '#lib/platform/actor.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { bytesOfScripts } from './case-page.ts';
import { freshDatabase } from './database.ts';
import { figuresOf, measure } from './page-cost.ts';
import { aContact, aPerson, writeCases } from './populate.ts';
import type { Figure } from './report.ts';
import { serve } from './server.ts';
import { rounded } from './statistics.ts';

const CASES = 1_000;
const ENTRIES = 60;
const TIMES = 2;
const KILOBYTES = 40;

/** Q-17 · The portal's case page compared to the trivial page of the same build: processor time and scripts. */
export async function portalPage(): Promise<Figure[]> {
  const databaseUrl = await freshDatabase('bench_portal_page');
  const { number, cora } = await aCaseAsCustomersReadIt();
  await writeCases(CASES);
  await using server = await serve(databaseUrl);
  const cookie = await server.signIn(cora.id);
  const to = (path: string) => ({ url: `${server.url}${path}`, headers: { cookie } });
  const [trivial, request] = [to('/bench'), to(`/portal/cases/${number}`)];
  const costs = await measure([trivial, request]);
  const [floor, cost] = [costs.get(trivial), costs.get(request)];
  if (!floor || !cost) throw new Error('A page was not measured.');
  const page = {
    id: 'portal case page',
    what: 'case page of the portal with a full conversation',
    request,
    times: TIMES,
  };
  const [ours, least] = [await bytesOfScripts(request), await bytesOfScripts(trivial)];
  const kilobytes = (ours.bytes - least.bytes) / 1000;
  return [
    ...figuresOf(page, cost, floor),
    {
      id: 'Q-17 portal case page scripts',
      what: `JavaScript of the case page of the portal, compressed, ${ours.files} files`,
      measured: `${rounded(ours.bytes / 1000)} kB, trivial page ${rounded(least.bytes / 1000)} kB, ${rounded(kilobytes)} kB more`,
      asked: `at most ${KILOBYTES} kB above the trivial page`,
      met: kilobytes <= KILOBYTES && least.files > 0,
      values: { kilobytes, files: ours.files, trivialKilobytes: least.bytes / 1000 },
    },
  ];
}

/** A case with a problem and an incident, and with more comments than its page shows at first. */
async function aCaseAsCustomersReadIt(): Promise<{ number: string; cora: Person }> {
  const ava = await aPerson('Ava Agent', ['sn_customerservice_agent', 'itil']);
  const cora = await aContact('Boxeo', 'Cora Customer', 'sn_customerservice.customer');
  const words = { shortDescription: 'The line is down', description: 'Since this morning.' };
  const { number } = await createTask(ava, { kind: 'case', values: { ...words, contactId: cora.id } });
  for (const kind of ['problem', 'incident'] as const) {
    const record = await createTask(ava, { kind, values: words });
    await associate(system, { caseNumber: number, link: kind, number: record.number });
  }
  for (let entry = 0; entry < ENTRIES; entry++) {
    const text = `Entry ${entry}: the **router** of branch ${entry} answers again, the next one is being restarted.`;
    await addEntry(entry % 2 === 0 ? ava : cora, { kind: 'case', number, type: 'comment', text });
    if (entry % 2 === 0) await addEntry(ava, { kind: 'case', number, type: 'work_note', text });
  }
  return { number, cora };
}
