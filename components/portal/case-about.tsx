import { Badge } from '#components/ui/badge.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { PortalCaseRow } from '#lib/portal/queries/portal-cases.ts';
import type { PortalReader } from './reader.ts';

/** The case's contact if that is not the reader, and whether the provider noticed the issue first (POR-9). */
export function CaseAbout({ theCase, reader }: { theCase: PortalCaseRow; reader: PortalReader }) {
  const { say } = reader;
  const { contact, account, proactive } = theCase;
  const whose = [contact ? say('list.for', { name: contact }) : null, account].filter(Boolean).join(' · ');
  if (whose === '' && !proactive) return null;
  return (
    <p className="flex flex-wrap items-center gap-2 text-sm text-ink-muted">
      {whose !== '' && <span className="wrap-anywhere">{whose}</span>}
      {proactive && (
        <Badge tone="green" icon={<Icon name="eye" />}>
          {say('case.noticed')}
        </Badge>
      )}
    </p>
  );
}
