import type { RecordView } from '#lib/record-page/record-view.ts';

/** What the Details of a record need to know of it. */
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
>;
