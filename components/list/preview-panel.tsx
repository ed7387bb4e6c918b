'use client';

import { useQuery } from '@tanstack/react-query';
import { RecordState } from '#components/record/record-state.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Facts } from '#components/ui/facts.tsx';
import { fetchJson } from '#components/ui/fetch-json.ts';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { RichText } from '#components/ui/rich-text.tsx';
import { Spinner } from '#components/ui/spinner.tsx';
import { pathOfNumber, type TaskKind } from '#lib/record/kind.ts';
import type { Preview } from '#lib/record-page/list-preview.ts';

interface PreviewPanelProps {
  kind: TaskKind;
  number: string;
  onClose: () => void;
}

const entryLabels = { comment: 'Comment', work_note: 'Work note' } as const;

/** Preview of a record beside its list: key fields, state, and the latest entries. */
export function PreviewPanel({ kind, number, onClose }: PreviewPanelProps) {
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['preview', number],
    queryFn: ({ signal }) => fetchJson<Preview>(`/api/preview?${new URLSearchParams({ kind, number })}`, signal),
    gcTime: 0,
  });
  return (
    <section
      aria-label="Preview"
      aria-busy={!data || undefined}
      className="sticky top-16 max-h-[calc(100dvh-5rem)] overflow-y-auto rounded-md border bg-surface p-4 max-xl:hidden"
    >
      <div className="mb-2 flex items-center gap-2">
        <h2 className="record-number flex-1 font-medium">{number}</h2>
        <ButtonLink href={pathOfNumber(number)} size="s">
          Open
        </ButtonLink>
        <IconButton label="Close preview" size="s" onClick={onClose}>
          <Icon name="x" />
        </IconButton>
      </div>
      {isError && (
        <LoadFailed error={error} onRetry={() => void refetch()}>{`${number} could not be loaded.`}</LoadFailed>
      )}
      {!data && !isError && <Spinner />}
      {data && <Shown {...data} />}
    </section>
  );
}

function Shown({ title, state, facts, messages }: Preview) {
  return (
    <div className="grid gap-3">
      <p className="text-lg font-medium wrap-anywhere">{title}</p>
      <Facts inline items={[{ term: 'State', detail: <RecordState state={state} /> }, ...facts]} />
      {messages.length === 0 && <p className="text-ink-muted">Nothing has been written yet.</p>}
      {messages.map(({ id, type, by, at, html }) => (
        <article key={id} aria-label={`${entryLabels[type]} by ${by}`} className="border-t pt-2">
          <p className="mb-1 text-sm text-ink-muted">
            {`${entryLabels[type]} by ${by}, `}
            <RelativeTime at={at} />
          </p>
          <RichText html={html} />
        </article>
      ))}
    </div>
  );
}
