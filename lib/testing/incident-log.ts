import { LogRow } from '#lib/import/incident-log.ts';

const row = {
  number: 'INC0000045',
  incident_state: 'New',
  caller_id: 'Caller 1',
  opened_by: 'Opened by 8',
  opened_at: '29-02-2016 01:16',
  sys_updated_by: 'Updated by 21',
  sys_updated_at: '29-02-2016 01:23',
  contact_type: 'Phone',
  category: 'Category 1',
  subcategory: 'Subcategory 2',
  u_symptom: 'Symptom 3',
  impact: '2 - Medium',
  urgency: '2 - Medium',
  priority: '3 - Moderate',
  closed_code: '?',
};

type Row = Partial<Record<keyof typeof row, string>>;

/** A log line; `values` override the defaults. */
export function aRow(values: Row): string {
  return Object.values({ ...row, ...values }).join(',');
}

/** A log with these lines. */
export function aLog(lines: readonly string[]): string {
  return `${[Object.keys(row).join(','), ...lines].join('\n')}\n`;
}

/** A row in the form that the replay receives. */
export function parsedRow(values: Row): LogRow {
  return LogRow.parse({ ...row, ...values });
}
