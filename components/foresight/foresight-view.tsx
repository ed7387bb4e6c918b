import { UnsyncedChildren } from '#components/major-case/unsynced-children.tsx';
import { SomeNumbers } from '#components/record/some-numbers.tsx';
import { Banner } from '#components/ui/banner.tsx';
import type { ActionPreview, FiredRule } from '#lib/foresight/foresight.ts';
import { NAMED_RECORDS } from '#lib/record/record-sample.ts';
import { notSavedMessage } from './not-saved-message.ts';

const counted = (count: number, what: string) => `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;

const emails = ({ queued, heldBack }: FiredRule['mails']) =>
  `${queued > 0 ? counted(queued, 'email') : 'no email'}${heldBack > 0 ? `, ${heldBack.toLocaleString('en')} held back` : ''}`;

/** SYNC-5 · Each rule that would run with what it updates, then who is left out and why, and the inactive rules. */
export function ForesightView({ foresight, missing }: { foresight: ActionPreview; missing: readonly string[] }) {
  const { refused, refusedOf, rules, records, mails, leftOut, stayOpen, unsynced, off } = foresight;
  const notSaved = notSavedMessage(refused, missing);
  const banner = notSaved && <Banner tone="warning">{notSaved}</Banner>;
  if (refused) return banner;
  return (
    <div className="grid gap-4">
      {banner}
      <p className="font-medium">
        {records > 0 ? `Rules would update ${counted(records, 'record')}` : 'No rule would update another record'}, with{' '}
        {emails(mails)}.
      </p>
      {unsynced && <UnsyncedChildren {...unsynced} />}
      {refusedOf.length > 0 && (
        <section className="grid gap-2">
          <h3 className="font-semibold">Not saved</h3>
          <ul className="grid gap-2">
            {refusedOf.map(({ because, numbers }) => (
              <li key={because} className="grid gap-0.5">
                <span>
                  {counted(numbers.length, 'record')}: {because}
                </span>
                <SomeNumbers count={numbers.length} first={numbers.slice(0, NAMED_RECORDS)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {rules.length > 0 && (
        <section className="grid gap-2">
          <h3 className="font-semibold">Rules that fire</h3>
          <ul className="grid gap-2">
            {rules.map(({ id, name, records: reached, mails: sent }) => (
              <li key={id} className="grid gap-0.5">
                <span>
                  {name} <span className="text-ink-muted">({id})</span>: {counted(reached.count, 'record')},{' '}
                  {emails(sent)}
                </span>
                <SomeNumbers {...reached} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {leftOut.length > 0 && (
        <section className="grid gap-2">
          <h3 className="font-semibold">Left out</h3>
          <ul className="grid gap-2">
            {leftOut.map(({ because, ...some }) => (
              <li key={because} className="grid gap-0.5">
                <span>
                  {counted(some.count, 'record')}: {because}
                </span>
                <SomeNumbers {...some} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {stayOpen.count > 0 && (
        <section className="grid gap-2">
          <h3 className="font-semibold">Not resolved automatically</h3>
          <p className="grid gap-0.5">
            <span>{counted(stayOpen.count, 'case')}: marked to keep the state</span>
            <SomeNumbers {...stayOpen} />
          </p>
        </section>
      )}
      {off.length > 0 && (
        <section className="grid gap-2">
          <h3 className="font-semibold">Switched off</h3>
          <ul className="grid gap-1">
            {off.map(({ id, name, count }) => (
              <li key={id}>
                {name} <span className="text-ink-muted">({id})</span>: would reach {counted(count, 'record')}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
