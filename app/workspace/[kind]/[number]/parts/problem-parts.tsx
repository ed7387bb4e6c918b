import { AttachedArticles } from '#components/knowledge/attached-articles.tsx';
import { Communicate } from '#components/problem/communicate.tsx';
import { mayWriteArticles } from '#lib/access/policy.ts';
import { affectedByCommunication } from '#lib/problem/queries/affected.ts';
import { communicationRuleIsActive } from '#lib/problem/rules/communicate.ts';
import { isRuleActive } from '#lib/sync/is-rule-active.ts';
import { incidentTabs } from './incident-tabs.tsx';
import type { LoadParts } from './load-parts.ts';

export const problemParts: LoadParts = async (
  actor,
  { id, kind, number, title, fields, articles, mayEdit, settings },
) => {
  const text = (name: string) => String(fields[name]?.value ?? '');
  const messages = [
    { what: 'workaround', label: 'Communicate Workaround', text: text('workaround') },
    { what: 'fix', label: 'Communicate Fix', text: text('fixNotes') },
  ] as const;
  const communicable = messages
    .filter(({ what }) => mayEdit && communicationRuleIsActive(what, settings).ok)
    .map((message) => ({ ...message, affected: affectedByCommunication(id, message.what) }));
  const draft = { title, text: text('workaround'), updatesCases: isRuleActive('SYNC-PRB-5', settings) };
  return {
    actions: communicable.length > 0 && <Communicate number={number} messages={communicable} />,
    aside: (
      <AttachedArticles
        title="Known error article"
        kind="problem"
        number={number}
        articles={articles}
        mayAttach={mayEdit}
        draft={mayWriteArticles(actor).ok ? draft : undefined}
      />
    ),
    tabs: await incidentTabs(actor, { id, kind }),
  };
};
