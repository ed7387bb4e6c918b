'use client';

import type { ReactNode } from 'react';
import { Badge, StateBadge, type Tone } from '#components/ui/badge.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { filled } from '#lib/words/message.ts';
import type { NewCaseWords } from './new-case-words.ts';
import { useKnownIssues } from './use-known-issues.ts';

interface KnownIssuesProps {
  described: string;
  account: string;
  reader: { locale: string; timeZone: string };
  words: NewCaseWords;
}

const tones: Readonly<Record<string, Tone>> = { received: 'grey', work: 'blue', answer: 'amber', done: 'muted' };

/** POR-8 · Known issues that match the description; each opens beside the form, which stays. */
export function KnownIssues({ described, account, reader, words }: KnownIssuesProps) {
  const { outages, cases, solved, articles } = useKnownIssues(described);
  const day = new Intl.DateTimeFormat(reader.locale, { dateStyle: 'medium', timeZone: reader.timeZone });
  const isKnown = outages.length + cases.length + solved.length + articles.length > 0;
  return (
    <section aria-labelledby={isKnown ? 'known' : undefined} aria-live="polite" className="grid min-w-0 gap-3">
      {isKnown && (
        <h2 id="known" className="text-lg font-semibold text-accent-ink">
          {words['new.known']}
        </h2>
      )}
      {outages.map(({ number, title, since }) => (
        <Known
          key={title}
          title={title}
          href={number && `/portal/cases/${number}`}
          badge={
            <Badge tone="amber" icon={<Icon name="triangle-alert" />}>
              {filled(words['new.known.outage'], { account, when: day.format(new Date(since)) })}
            </Badge>
          }
        >
          {words['new.known.text']}
        </Known>
      ))}
      {cases.map(({ number, title, step }) => (
        <Known
          key={number}
          title={title}
          href={`/portal/cases/${number}`}
          badge={<StateBadge tone={tones[step] ?? 'grey'}>{words[`step.${step}`]}</StateBadge>}
        >
          {words['new.known.own']}
        </Known>
      ))}
      {solved.map(({ number, title, solution }) => (
        <Known
          key={number}
          title={title}
          href={`/portal/cases/${number}`}
          badge={
            <Badge tone="green" icon={<Icon name="circle-check" />}>
              {words['new.known.solved']}
            </Badge>
          }
        >
          {solution}
        </Known>
      ))}
      {articles.map(({ number, title }) => (
        <Known
          key={number}
          title={title}
          href={`/portal/articles/${number}`}
          badge={
            <Badge tone="green" icon={<Icon name="book-open" />}>
              {words['new.known.answer']}
            </Badge>
          }
        >
          {words['new.known.more']}
        </Known>
      ))}
    </section>
  );
}

function Known({
  badge,
  title,
  href,
  children,
}: {
  badge: ReactNode;
  title: string;
  href: string | null;
  children: ReactNode;
}) {
  return (
    <article className="grid gap-1 rounded-md border bg-surface p-3">
      <p>{badge}</p>
      <h3 className="font-semibold wrap-anywhere">
        {href ? (
          <a href={href} target="_blank" rel="noreferrer" className="text-link">
            {title}
          </a>
        ) : (
          title
        )}
      </h3>
      <p className="text-sm whitespace-pre-wrap text-ink-muted wrap-anywhere">{children}</p>
    </article>
  );
}
