'use client';

import { timeOfDay } from '#components/ui/format-time.ts';
import { useLocale } from '#components/ui/locale-provider.tsx';

interface PlannedTimeProps {
  from: string | null;
  to: string | null;
  timeZone: string;
}

/** The planned start and end of a task, in its technician's time zone. */
export function PlannedTime({ from, to, timeZone }: PlannedTimeProps) {
  const { locale } = useLocale();
  if (!from) return <span className="text-ink-muted">No planned time</span>;
  const times = [from, ...(to ? [to] : [])].map((time) => timeOfDay(new Date(time), locale, timeZone));
  return (
    <time dateTime={from} className="font-semibold" suppressHydrationWarning>
      {times.join(' – ')}
    </time>
  );
}
