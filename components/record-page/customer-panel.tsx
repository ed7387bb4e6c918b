'use client';

import { languageName, timeOfDay } from '#components/ui/format-time.ts';
import { TextLink } from '#components/ui/link.tsx';
import { useReader } from '#components/ui/locale-provider.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { CustomerCard } from '#lib/customer/queries/customer-card.ts';
import { amount } from '#lib/platform/money.ts';

function Named({ name, href }: { name: string; href: string | null }) {
  return href ? (
    <TextLink href={href} className="underline">
      {name}
    </TextLink>
  ) : (
    name
  );
}

/** The customer: name, email, local time, language, contract value, and the number of other active cases. */
export function CustomerPanel({ person, account, otherOpen, lastContactAt }: CustomerCard) {
  const { now, locale } = useReader();
  return (
    <Panel title="Customer">
      <div className="grid gap-0.5 text-sm text-ink-muted wrap-anywhere">
        {person && (
          <>
            <strong className="text-base font-medium text-ink">
              <Named {...person} />
            </strong>
            {person.email && (
              <a href={`mailto:${person.email}`} className="hover:underline">
                {person.email}
              </a>
            )}
            <span suppressHydrationWarning>
              {timeOfDay(new Date(now), locale, person.timeZone)} there · {languageName(person.language, locale)}
            </span>
          </>
        )}
        {account && (
          <span>
            <Named {...account} />
            {account.contractCents > 0 && ` · contract value ${amount(account.contractCents)}`}
          </span>
        )}
        <span>
          {otherOpen === 0 ? 'No other active case' : `${otherOpen} other active ${otherOpen === 1 ? 'case' : 'cases'}`}
          {lastContactAt && (
            <>
              {' · last wrote '}
              <RelativeTime at={lastContactAt} />
            </>
          )}
        </span>
      </div>
    </Panel>
  );
}
