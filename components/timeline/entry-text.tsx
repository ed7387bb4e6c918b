'use client';

import { useState } from 'react';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { RichText } from '#components/ui/rich-text.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { EntryText as Text } from '#lib/journal/timeline-entry.ts';
import { useWholeText } from './use-whole-text.ts';

/** The beginning of a long text, expandable on demand. */
function LongText({ id, beginning }: { id: string; beginning: string }) {
  const [wanted, setWanted] = useState(false);
  const { html, loading, failed, retry } = useWholeText(id, wanted);
  return (
    <>
      <RichText html={(wanted && html) || beginning} />
      {failed && <LoadFailed onRetry={retry}>Couldn't load the text.</LoadFailed>}
      <button
        type="button"
        aria-expanded={wanted}
        aria-busy={loading || undefined}
        className="text-link text-sm"
        onClick={() => setWanted(!wanted)}
      >
        {wanted ? 'Show less' : 'Show all'}
      </button>
    </>
  );
}

/** REC-1 · An entry's text; of a long one the beginning (Q-19). `cut`: MAIL-4 · the email of which it is only a part. */
export function EntryText({ id, text: { html, isBeginning }, cut }: { id: string; text: Text; cut?: string | null }) {
  return (
    <>
      {isBeginning ? <LongText id={id} beginning={html} /> : <RichText html={html} />}
      {cut && <CutMail id={cut} />}
    </>
  );
}

/** MAIL-4 · Says that an entry is only a part of its email, which expands below it. */
function CutMail({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="mt-1 text-sm text-ink-muted">
      Part of this email is not shown here.{' '}
      <button type="button" aria-expanded={open} className="text-link" onClick={() => setOpen(!open)}>
        {open ? 'Hide the whole email' : 'Show the whole email'}
      </button>
      {open && (
        <div className="mt-1 border-l-2 pl-3 text-ink">
          <MailText id={id} />
        </div>
      )}
    </div>
  );
}

/** The text of an expanded email. */
export function MailText({ id }: { id: string }) {
  const { html, failed, retry } = useWholeText(id, true);
  if (html !== undefined) return <RichText html={html} />;
  if (failed) return <LoadFailed onRetry={retry}>Couldn't load the email.</LoadFailed>;
  return <SkeletonRows rows={2} label="Loading the email" />;
}
