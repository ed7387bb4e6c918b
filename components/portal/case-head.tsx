import { clsx } from 'clsx';
import { Banner } from '#components/ui/banner.tsx';
import { type CustomerStep, customerSteps } from '#lib/portal/customer-step.ts';
import type { PortalCase } from '#lib/portal/queries/portal-case.ts';
import type { Say } from '#lib/words/words.ts';
import type { MailedAnswer } from './accept-or-reject.tsx';
import { CaseAnswer } from './case-answer.tsx';
import { day, type PortalReader } from './reader.ts';
import { StepBadge, stepWords } from './step-badge.tsx';

type CaseHeadProps = { theCase: PortalCase; mailed: MailedAnswer; reader: PortalReader };

/** POR-3 · The case's subject, its progress, and what the customer has to do. */
export function CaseHead({ theCase, mailed, reader }: CaseHeadProps) {
  const { say } = reader;
  const { number, shortDescription, step, state, proactive, resolutionNotes } = theCase;
  return (
    <>
      {proactive && (
        <Banner tone="success" title={say('case.noticed')}>
          {step !== 'done' && say('case.noticed.text')}
        </Banner>
      )}
      <header className="grid gap-3 rounded-md border bg-surface p-4">
        <div>
          <p className="record-number text-sm text-ink-muted">{number}</p>
          <h1 className="text-xl font-semibold tracking-tight wrap-anywhere">{shortDescription}</h1>
        </div>
        {state === 'cancelled' ? (
          <StepBadge theCase={theCase} say={say} />
        ) : (
          <Progress step={step} now={stepWords(theCase, say)} say={say} />
        )}
        {resolutionNotes && step === 'done' && (
          <section>
            <h2 className="font-semibold">{say('case.resolution')}</h2>
            <p className="whitespace-pre-wrap wrap-anywhere">{resolutionNotes}</p>
          </section>
        )}
        <Question theCase={theCase} mailed={mailed} reader={reader} />
      </header>
    </>
  );
}

/** What waits for the customer: a proposed solution or a question. */
function Question({ theCase, mailed, reader }: CaseHeadProps) {
  const { say } = reader;
  const { number, state, resolutionNotes, closesAt, may } = theCase;
  if (state === 'awaiting_info' && may.comment)
    return (
      <section className="rounded-md border border-customer-line bg-customer p-4">
        <h2 className="font-semibold">{say('case.asked')}</h2>
        <p>{say('case.asked.text')}</p>
      </section>
    );
  if (state !== 'resolved') return null;
  return (
    <section className="grid gap-3 rounded-md border border-customer-line bg-customer p-4">
      <div>
        <h2 className="font-semibold">{say('case.solution')}</h2>
        <p className="whitespace-pre-wrap wrap-anywhere">{resolutionNotes || say('case.solution.text')}</p>
      </div>
      {may.answer && <CaseAnswer number={number} mailed={mailed} say={say} />}
      {closesAt && <p className="text-sm text-ink-muted">{say('case.closes', { date: day(closesAt, reader) })}</p>}
    </section>
  );
}

/** POR-3 · A case's progress in four steps; `now` is the label of the current one. */
function Progress({ step, now, say }: { step: CustomerStep; now: string; say: Say }) {
  const reached = customerSteps.indexOf(step);
  return (
    <ol aria-label={say('step.label')} className="grid grid-cols-4 gap-1">
      {customerSteps.map((each, index) => {
        const isNow = each === step;
        const name = isNow ? now : say(`step.${each}`);
        return (
          <li key={each} aria-current={isNow ? 'step' : undefined} className="min-w-0">
            <span
              aria-hidden
              className={clsx('mb-1 block h-1 rounded-sm', index <= reached ? 'bg-accent' : 'bg-line')}
            />
            <span className={clsx('text-xs wrap-anywhere', isNow ? 'font-semibold' : 'text-ink-muted')}>
              {isNow ? (
                <>
                  <span className="sr-only">{say('step.now', { step: name })}</span>
                  <span aria-hidden>{name}</span>
                </>
              ) : (
                name
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
