import { TextLink } from '#components/ui/link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { PortalCaseRow } from '#lib/portal/queries/portal-cases.ts';
import { CaseRows } from './case-rows.tsx';
import type { PortalReader } from './reader.ts';

/** The reader's own open cases. */
export function OpenIssues({ cases, reader }: { cases: readonly PortalCaseRow[]; reader: PortalReader }) {
  const { say } = reader;
  return (
    <Panel
      title={say('home.mine')}
      flush
      action={<TextLink href="/portal/lists?list=issues">{say('home.mine.all')}</TextLink>}
    >
      {cases.length === 0 ? (
        <p className="px-4 py-4 text-ink-muted">{say('home.none')}</p>
      ) : (
        <CaseRows cases={cases} reader={reader} />
      )}
    </Panel>
  );
}
