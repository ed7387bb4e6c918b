import { isTimeZone } from '#lib/platform/time-zones.ts';

/** What the board shows, read from its address. */
export interface BoardQuery {
  /** 2026-11-25; null: today. */
  day: string | null;
  /** WO-17 · The board's time zone; null: the reader's. */
  zone: string | null;
  name: string;
  group: string | null;
  region: string;
  skill: string;
  /** Search text for the tasks without a technician. */
  q: string;
  /** From 1. */
  page: number;
}

type Params = Record<string, string | string[] | undefined>;

const MAX_PAGES = 1_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ignores invalid parameters, so that a shortened address still opens the board. */
export function parseBoardQuery(params: Params): BoardQuery {
  const text = (name: string) => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value)?.slice(0, 100).replaceAll('\0', '').trim() ?? '';
  };
  const [day, zone, group, page] = [text('day'), text('zone'), text('group'), Math.trunc(Number(text('page')))];
  return {
    day: isDay(day) ? day : null,
    zone: zone && isTimeZone(zone) ? zone : null,
    group: UUID.test(group) ? group : null,
    name: text('name'),
    region: text('region'),
    skill: text('skill'),
    q: text('q'),
    page: page >= 1 && page <= MAX_PAGES ? page : 1,
  };
}

/** The board's address after a change. Changing anything but the page leads to the first page. */
export function boardPath(query: BoardQuery, change: Partial<BoardQuery>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, page: 1, ...change }))
    if (value && !(name === 'page' && value === 1)) params.set(name, String(value));
  const text = params.toString();
  return text ? `/workspace/dispatch?${text}` : '/workspace/dispatch';
}

/** Accepts existing dates of this century. */
function isDay(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(`${text}T00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
