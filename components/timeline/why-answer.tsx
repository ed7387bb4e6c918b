'use client';

import { useQuery } from '@tanstack/react-query';
import { use, useState } from 'react';
import { Facts } from '#components/ui/facts.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Why as WhyHere } from '#lib/journal/timeline-entry.ts';
import { ReadEntryContext } from './use-whole-text.ts';

/** The answer, requested when the popover opens. */
function Answer({ id }: { id: string }) {
  const { readWhy } = use(ReadEntryContext);
  const { data, isError, refetch } = useQuery({
    queryKey: ['entry-why', id],
    queryFn: ({ signal }) => readWhy(id, signal),
  });
  if (data) return <Reasons {...data} />;
  if (isError) return <LoadFailed onRetry={() => void refetch()}>Couldn't load the reason.</LoadFailed>;
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
    { term: 'Source', detail: <NumberLink {...source} /> },
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

/** The pressed button with its popover. */
export function WhyAnswer({ id, question }: { id: string; question: string }) {
  const [open, setOpen] = useState(true);
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
