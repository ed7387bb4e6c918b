'use client';

import { useQuery } from '@tanstack/react-query';
import { use, useState } from 'react';
import { Facts } from '#components/ui/facts.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Origin, Why as WhyHere } from '#lib/journal/timeline-entry.ts';
import { ReadEntryContext } from './use-whole-text.ts';

/** The number of the record that an entry comes from; a link if one may read it. */
export function SourceLink({ number, href }: Origin['source']) {
  if (!href) return <span className="record-number">{number}</span>;
  return (
    <TextLink href={href} className="record-number">
      {number}
    </TextLink>
  );
}

/** The answer, asked for when somebody wants to know. */
function Answer({ id }: { id: string }) {
  const { readWhy } = use(ReadEntryContext);
  const { data, isError, refetch } = useQuery({
    queryKey: ['entry-why', id],
    queryFn: ({ signal }) => readWhy(id, signal),
  });
  if (data) return <Reasons {...data} />;
  if (isError) return <LoadFailed onRetry={() => void refetch()}>The reason did not answer.</LoadFailed>;
  return <SkeletonRows rows={3} label="Loading the reason" />;
}

function Reasons({ rules, source, entry, causedBy }: WhyHere) {
  const quote = entry && (
    <>
      {entry.by}, <RelativeTime at={entry.at} />: <q className="text-ink-muted">{entry.text}</q>
    </>
  );
  const items = [
    {
      term: rules.length === 1 ? 'Rule' : 'Rules',
      detail: rules.map((rule) => <RuleName key={rule.id} rule={rule} />),
    },
    { term: 'Source', detail: <SourceLink {...source} /> },
    { term: 'Entry', detail: quote },
    { term: 'Caused by', detail: causedBy },
  ];
  return <Facts items={items.filter(({ detail }) => detail !== null)} />;
}

function RuleName({ rule: { id, name, href } }: { rule: WhyHere['rules'][number] }) {
  return (
    <p data-rule={id}>
      {href ? <TextLink href={href}>{id}</TextLink> : id} {name !== id && name}
    </p>
  );
}

/** SYNC-4 · Which rule wrote an entry, from which record and words, and whose update caused it. */
export function Why({ id }: { id: string }) {
  // Nobody asks of most entries: what floats is made when somebody does.
  const [asked, setAsked] = useState(false);
  const [open, setOpen] = useState(false);
  const question = 'Why is this here?';
  if (!asked)
    return (
      <button
        type="button"
        className="text-link"
        aria-haspopup="dialog"
        aria-expanded={false}
        onClick={() => {
          setAsked(true);
          setOpen(true);
        }}
      >
        {question}
      </button>
    );
  const trigger = (
    <button type="button" className="text-link">
      {question}
    </button>
  );
  return (
    <Popover label={question} trigger={trigger} open={open} onOpenChange={setOpen}>
      {open && <Answer id={id} />}
    </Popover>
  );
}
