import type { ReactNode } from 'react';
import { SolutionBanner } from '#components/case/solution-banner.tsx';
import { AttachedArticles } from '#components/knowledge/attached-articles.tsx';
import { Communicate } from '#components/problem/communicate.tsx';
import { CancelRequest } from '#components/request/cancel-request.tsx';
import { mayWriteArticles } from '#lib/access/policy.ts';
import { solutionProposals } from '#lib/case/queries/proposals.ts';
import { attachedArticles } from '#lib/knowledge/attached-articles.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { reachOfCommunication } from '#lib/problem/queries/reach.ts';
import { isCancellable } from '#lib/request/queries/cancellable.ts';
import type { TaskKind } from '#lib/task/kind.ts';
import type { RecordView } from '#lib/task/record-view.ts';

type Part = (actor: Actor, view: RecordView) => Promise<ReactNode>;

/** What a kind has beside what every record page has: above the page, among the buttons, beside the tabs. */
export interface KindSlots<P = ReactNode> {
  notice?: P;
  actions?: P;
  aside?: P;
}

const solutions: Part = async (actor, view) => {
  const verb = view.verbs.find(({ name }) => name === 'propose-solution');
  return <SolutionBanner number={view.number} verb={verb} proposals={await solutionProposals(actor, view)} />;
};

const articles: Part = async (actor, { id, number, mayEdit }) => (
  <AttachedArticles
    kind="case"
    number={number}
    articles={await attachedArticles(actor, 'case', id)}
    mayAttach={mayEdit}
  />
);

const knownError: Part = async (actor, { id, number, title, fields, mayEdit }) => (
  <AttachedArticles
    kind="problem"
    number={number}
    articles={await attachedArticles(actor, 'problem', id)}
    mayAttach={mayEdit}
    draft={mayWriteArticles(actor).ok ? { title, text: String(fields.workaround?.value ?? '') } : undefined}
  />
);

const communicate: Part = async (_actor, { id, number, fields, mayEdit }) => {
  if (!mayEdit) return null;
  const [ofWorkaround, ofFix] = await Promise.all([
    reachOfCommunication(id, 'workaround'),
    reachOfCommunication(id, 'fix'),
  ]);
  const text = (name: string) => String(fields[name]?.value ?? '');
  return (
    <Communicate
      number={number}
      messages={[
        { what: 'workaround', label: 'Communicate Workaround', text: text('workaround'), reach: ofWorkaround },
        { what: 'fix', label: 'Communicate Fix', text: text('fixNotes'), reach: ofFix },
      ]}
    />
  );
};

const cancel: Part = async (actor, { id, number }) =>
  (await isCancellable(actor, id)) && <CancelRequest number={number} />;

const kindSlots: Readonly<Record<TaskKind, KindSlots<Part>>> = {
  case: { notice: solutions, aside: articles },
  incident: {},
  problem: { actions: communicate, aside: knownError },
  change: {},
  request: { actions: cancel },
  requested_item: {},
};

/** The parts of this record's kind, each with what it shows. */
export async function kindSlotsOf(actor: Actor, view: RecordView): Promise<KindSlots> {
  const { notice, actions, aside } = kindSlots[view.kind];
  const [above, among, beside] = await Promise.all([notice, actions, aside].map(async (part) => part?.(actor, view)));
  return { notice: above, actions: among, aside: beside };
}
