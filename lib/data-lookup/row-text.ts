import { isSwitchedOn, switchText } from '#lib/property/change-setting.ts';
import type { LookupRow } from './priority.ts';

const TEXT = /^impact (\d), urgency (\d), priority (\d), order (\d+), (active|inactive)$/;

/** A row as the audit log tells it: for people to read, and whole enough to make the row from it again. */
export function rowText({ impact, urgency, priority, order, active }: LookupRow): string {
  return `impact ${impact}, urgency ${urgency}, priority ${priority}, order ${order}, ${switchText(active)}`;
}

/** The row again. */
export function readRowText(text: string): LookupRow {
  const [, impact, urgency, priority, order, active = ''] = TEXT.exec(text) ?? [];
  if (!active) throw new Error(`This is no row of the priority data lookup: ${text}`);
  return {
    impact: Number(impact),
    urgency: Number(urgency),
    priority: Number(priority),
    order: Number(order),
    active: isSwitchedOn(active),
  };
}
