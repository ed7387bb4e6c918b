import type { RecordView } from '#lib/record-page/record-view.ts';

/** The part of a record that its Details tab needs. */
export type Details = Pick<
  RecordView,
  | 'kind'
  | 'number'
  | 'version'
  | 'state'
  | 'fields'
  | 'sections'
  | 'stateFields'
  | 'fieldsWith'
  | 'commentWith'
  | 'priorityByPair'
  | 'propagation'
  | 'audience'
  | 'childIncidents'
>;
