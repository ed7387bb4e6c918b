import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

/** What third-party programs read in it, as far as both support it. */
interface ReadEvent {
  method: string;
  uid: string;
  sequence: number;
  status: string;
  from: string;
  to: string;
  summary: string;
  description: string;
  location: string;
  organiser: string;
}

function byIcalJs(content: string): ReadEvent {
  const calendar = new ICAL.Component(ICAL.parse(content));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  const text = (of: ICAL.Component, name: string) => {
    const value = of.getFirstPropertyValue(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    method: text(calendar, 'method'),
    uid: event.uid,
    sequence: event.sequence,
    status: text(event.component, 'status'),
    from: event.startDate.toJSDate().toISOString(),
    to: event.endDate.toJSDate().toISOString(),
    summary: event.summary,
    description: event.description,
    location: event.location,
    organiser: event.organizer,
  };
}

/** A value with or without parameters. */
const plain = (value: string | { val: string } | undefined) => (typeof value === 'string' ? value : (value?.val ?? ''));

function byNodeIcal(content: string): ReadEvent {
  const event = Object.values(nodeIcal.sync.parseICS(content)).find((each) => each?.type === 'VEVENT');
  if (event?.type !== 'VEVENT') throw new Error('There is no event in it.');
  const { method, uid, sequence, status, start, end, summary, description, location, organizer } = event;
  return {
    method: String(method),
    uid,
    sequence: Number(sequence),
    status: String(status),
    from: start.toISOString(),
    to: end?.toISOString() ?? '',
    summary: plain(summary),
    description: plain(description),
    location: plain(location),
    organiser: plain(organizer),
  };
}

/** WO-14 · Two third-party readers, by name. */
export const foreignReaders = [
  ['ical.js', byIcalJs],
  ['node-ical', byNodeIcal],
] as const;
