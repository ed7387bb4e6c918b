import { randomUUID } from 'node:crypto';
import { ReadableStream } from 'node:stream/web';
import { finalizeReceived, receiveFile } from '#lib/attachment/store.ts';
import type { Actor, Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { aChange, anOffer, aProblem, itemOf } from './itsm.ts';
import { personIn, type Relation, type SixAccounts } from './six-accounts.ts';
import { aCase, anIncident } from './world.ts';

/** Variations of a case besides its owner: POR-14, POR-19, POR-13. */
export const marks = [
  'plain',
  'sensitive',
  'watched, sensitive',
  'added to read',
  'added to answer',
  'moved on',
] as const;
type Mark = (typeof marks)[number];

/** A case in one relation to a user, with its own file, problem, change, incident and request. */
export type Cell = {
  relation: Relation;
  mark: Mark;
  id: string;
  number: string;
  word: string;
  file: string;
  behind: readonly string[];
};

/** Rows written by commands and then copied, to create many cases at once. */
export type Models = Awaited<ReturnType<typeof modelsOf>>;

export async function modelsOf(w: SixAccounts) {
  const [problem, change, incident] = [await aProblem(w), await aChange(w), await anIncident(w)];
  const theCase = await aCase(w);
  const behind = { problem, change, incident };
  for (const link of ['problem', 'change', 'incident'] as const)
    await associate(w.mia, { caseNumber: theCase.number, link, number: behind[link].number });
  const items = [{ catalogItemId: await anOffer('Mouse'), quantity: 1 }];
  const request = await createRequest(w.mia, { caseNumber: theCase.number, items });
  const item = await itemOf(request, 'Mouse');
  const taskOf = ({ id }: { id: string }) => db().task.findUniqueOrThrow({ where: { id } });
  return {
    behind: [problem.number, change.number],
    incident: incident.number,
    case: [await taskOf(theCase), await db().case.findUniqueOrThrow({ where: { id: theCase.id } })] as const,
    request: [await taskOf(request), await db().request.findUniqueOrThrow({ where: { id: request.id } })] as const,
    item: [await taskOf(item), await db().requestedItem.findUniqueOrThrow({ where: { id: item.id } })] as const,
  };
}

const ids = () => ({ id: randomUUID(), requestId: randomUUID(), itemId: randomUUID(), file: randomUUID() });

let made = 0;

/** Cases in each of these relations to the actor, each with every mark. */
export async function cellsOf(w: SixAccounts, models: Models, actor: Person, theirs: readonly Relation[]) {
  const plans = theirs.flatMap((relation) => marks.map((mark) => planOf(w, actor, relation, mark)));
  await db().task.createMany({
    data: plans.flatMap(({ cell, customer, requestId, itemId }) => {
      const { number } = cell;
      const words = {
        shortDescription: `The ${cell.word} line`,
        state: 'resolved',
        resolvedAt: models.case[0].openedAt,
      };
      const openedById = cell.relation === 'opened for served' ? actor.id : w.ava.id;
      return [
        { ...models.case[0], id: cell.id, number, ...words, ...customer, openedById },
        { ...models.request[0], id: requestId, number: `REQ${number}`, accountId: customer.accountId },
        { ...models.item[0], id: itemId, number: `RITM${number}`, accountId: customer.accountId },
      ];
    }),
  });
  await db().case.createMany({
    data: plans.map(({ cell: { id, mark } }) => ({ ...models.case[1], id, sensitive: mark.endsWith('sensitive') })),
  });
  await db().request.createMany({
    data: plans.map(({ cell, requestId }) => ({ ...models.request[1], id: requestId, caseId: cell.id })),
  });
  await db().requestedItem.createMany({
    data: plans.map(({ requestId, itemId }) => ({ ...models.item[1], id: itemId, requestId })),
  });
  const watched = plans.filter(({ cell }) => cell.mark.startsWith('watched'));
  await db().taskWatcher.createMany({
    data: watched.map(({ cell: { id } }) => ({ taskId: id, userId: actor.id, list: 'watch_list' as const })),
  });
  const added = plans.filter(({ cell }) => cell.mark.startsWith('added'));
  await db().caseColleague.createMany({
    data: added.map(({ cell: { id, mark } }) => ({
      caseId: id,
      userId: actor.id,
      mayAnswer: mark.endsWith('answer'),
      addedById: w.ava.id,
      addedAt: new Date(),
    })),
  });
  for (const { cell } of plans) await writeFile(cell, w.ava);
  const shared = models.behind;
  return plans.map(({ cell }) => ({ ...cell, behind: [...shared, `REQ${cell.number}`].sort() }));
}

function planOf(w: SixAccounts, actor: Person, relation: Relation, mark: Mark) {
  made += 1;
  const { id, file, ...parts } = ids();
  const number = `CS88${String(made).padStart(5, '0')}`;
  const owner = personIn(w, actor, relation);
  const isConsumer = owner.kind === 'consumer';
  const account = 'accountId' in owner ? owner.accountId : null;
  const customer = {
    contactId: isConsumer ? null : owner.id,
    consumerId: isConsumer ? owner.id : null,
    accountId: mark === 'moved on' && account ? w.elsewhere : account,
  };
  return { cell: { relation, mark, id, number, word: `quincunx${made}`, file, behind: [] }, customer, ...parts };
}

async function writeFile({ id, file }: Cell, { id: uploadedById }: Actor) {
  const content = ReadableStream.from([new TextEncoder().encode('Hello')]);
  const { size, sha256 } = await receiveFile(file, content, 1);
  await finalizeReceived(file);
  const data = { id: file, taskId: id, name: 'a.txt', contentType: 'text/plain', size, sha256, uploadedById };
  await db().attachment.create({ data: { ...data, createdAt: new Date() } });
}
