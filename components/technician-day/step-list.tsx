import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { timeOfDay } from '#components/ui/format-time.ts';
import { useLocale } from '#components/ui/locale-provider.tsx';
import type { Step } from '#lib/technician-day/outbox.ts';
import { wordsOf } from './step-words.ts';
import type { Outbox } from './use-outbox.ts';

interface StepListProps {
  steps: readonly Step[];
  timeZone: string;
  outbox: Outbox;
}

/** WO-18 · The steps done for a task on this phone, and whether each is sent. */
export function StepList({ steps, timeZone, outbox }: StepListProps) {
  const { locale } = useLocale();
  if (steps.length === 0) return null;
  return (
    <ul aria-label="Steps" className="divide-y rounded-md border bg-sunken px-3">
      {steps.map((step) => (
        <li key={step.stepId} className="py-2">
          <div className="flex items-baseline gap-3">
            <time dateTime={step.at} className="text-sm text-ink-muted">
              {timeOfDay(new Date(step.at), locale, timeZone)}
            </time>
            <span className="line-clamp-3 min-w-0 flex-1 wrap-anywhere">{wordsOf(step.what)}</span>
            {step.status === 'sent' ? <Badge tone="green">Sent</Badge> : <Badge tone="amber">On this phone</Badge>}
          </div>
          {step.status === 'held' && <Held step={step} timeZone={timeZone} outbox={outbox} />}
        </li>
      ))}
    </ul>
  );
}

/** Why a step was refused, and the possible actions; after a conflict, both values. */
function Held({ step, timeZone, outbox }: Omit<StepListProps, 'steps'> & { step: Step }) {
  const { locale } = useLocale();
  const { clash, problem } = step;
  return (
    <fieldset className="mt-2 grid gap-2" aria-label={clash ? 'Moved in the meantime' : 'Not sent'}>
      <p className="text-sm">{problem}</p>
      {clash && (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
          <dt className="text-ink-muted">Theirs</dt>
          <dd>
            {clash.theirs} ({clash.by}, {timeOfDay(new Date(clash.at), locale, timeZone)})
          </dd>
          <dt className="text-ink-muted">Mine</dt>
          <dd>{wordsOf(step.what)}</dd>
        </dl>
      )}
      <div className="flex flex-wrap gap-2">
        <Button className="min-h-11" onClick={() => void outbox.removeStep(step)}>
          {clash ? 'Keep theirs' : 'Remove'}
        </Button>
        {(!clash || clash.canApply) && (
          <Button className="min-h-11" onClick={() => void outbox.sendAgain(step)}>
            {clash ? 'Apply mine' : 'Try again'}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
