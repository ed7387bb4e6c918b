import { TextLink } from '#components/ui/link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { PortalCaseRow } from '#lib/portal/queries/portal-cases.ts';
import type { WordKey } from '#lib/words/words.ts';
import { CaseRows } from './case-rows.tsx';
import type { PortalReader } from './reader.ts';

const words = {
  issues: { title: 'home.mine', all: 'home.mine.all', none: 'home.none' },
  requests: { title: 'home.requests', all: 'home.requests.all', none: 'home.requests.none' },
} as const satisfies Record<string, Record<string, WordKey>>;

interface OpenCasesProps {
  list: keyof typeof words;
  cases: readonly PortalCaseRow[];
  reader: PortalReader;
}

/** The reader's own open cases: issues, or what was requested. */
export function OpenCases({ list, cases, reader }: OpenCasesProps) {
  const { say } = reader;
  const { title, all, none } = words[list];
  return (
    <Panel title={say(title)} flush action={<TextLink href={`/portal/lists?list=${list}`}>{say(all)}</TextLink>}>
      {cases.length === 0 ? (
        <p className="px-4 py-4 text-ink-muted">{say(none)}</p>
      ) : (
        <CaseRows cases={cases} reader={reader} />
      )}
    </Panel>
  );
}
