import { Link } from '#components/ui/link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { PortalVisit } from '#lib/portal/queries/portal-visits.ts';
import type { PortalWindows } from '#lib/portal/queries/portal-windows.ts';
import { WINDOW_DAYS } from '#lib/portal/work-orders/window-days.ts';
import { pick } from '#lib/words/words.ts';
import { ChooseWindow } from './choose-window.tsx';
import { day, type PortalReader, timeOfDay } from './reader.ts';

interface ChoosePanelProps {
  orderNumber: string;
  visit: PortalVisit;
  offered: PortalWindows;
  /** The first available date: today, in the site's time zone. */
  isFirst: boolean;
  reader: PortalReader;
}

const DAY = 86_400_000;
const daysFrom = (date: string, days: number) => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

/** POR-11, WO-10 · The free times of a week, in the site's time zone, which is named. */
export function ChoosePanel({ orderNumber, visit, offered, isFirst, reader }: ChoosePanelProps) {
  const { say } = reader;
  const there = { ...reader, timeZone: offered.timeZone };
  const byDay = Map.groupBy(offered.windows, ({ from }) => day(from, there));
  const days = [...byDay].map(([name, windows]) => ({
    day: name,
    windows: windows.map(({ from, to }) => ({ from, shown: `${timeOfDay(from, there)}\u2013${timeOfDay(to, there)}` })),
  }));
  const address = (from?: string) =>
    `/portal/work-orders/${orderNumber}?${new URLSearchParams({ visit: visit.number, ...(from ? { from } : {}) })}#choose`;
  return (
    <div id="choose" className="scroll-mt-16">
      <Panel title={say('order.choose.title')}>
        <div className="grid gap-4">
          <p className="text-sm text-ink-muted">{say('order.zone', { zone: offered.timeZone })}</p>
          {days.length === 0 ? (
            <p className="text-ink-muted">{say('order.choose.none')}</p>
          ) : (
            <ChooseWindow
              key={offered.from}
              number={visit.number}
              sequence={visit.sequence}
              days={days}
              back={`/portal/work-orders/${orderNumber}`}
              words={pick(say, ['order.choose.send', 'order.choose.title', 'answer.lost'])}
            />
          )}
          <nav className="flex flex-wrap gap-4" aria-label={say('order.choose.title')}>
            {!isFirst && <Link href={address(daysFrom(offered.from, -WINDOW_DAYS))}>{say('order.week.earlier')}</Link>}
            <Link href={address(daysFrom(offered.from, WINDOW_DAYS))}>{say('order.week.later')}</Link>
            <Link href={`/portal/work-orders/${orderNumber}`}>{say('order.choose.back')}</Link>
          </nav>
        </div>
      </Panel>
    </div>
  );
}
