import { Field } from '#components/ui/field.tsx';
import { DateTimeControl } from './date-time-control.tsx';

interface ActualTimesProps {
  start: string;
  end: string;
  onStart: (start: string) => void;
  onEnd: (end: string) => void;
  errors: Readonly<Record<string, string | undefined>>;
}

/** WO-9 · When the work on a task began and ended. */
export function ActualTimes({ start, end, onStart, onEnd, errors }: ActualTimesProps) {
  return (
    <>
      <Field label="Actual start" error={errors.actualStart}>
        {(control) => (
          <DateTimeControl {...control} name="actualStart" value={start} onChange={(at) => onStart(at ?? '')} />
        )}
      </Field>
      <Field label="Actual end" error={errors.actualEnd} hint="Empty: now.">
        {(control) => <DateTimeControl {...control} name="actualEnd" value={end} onChange={(at) => onEnd(at ?? '')} />}
      </Field>
    </>
  );
}
