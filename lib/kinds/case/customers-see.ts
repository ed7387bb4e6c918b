import type { RecordOf } from '#lib/record/record.ts';

const SHOWN = [
  'shortDescription',
  'state',
  'priority',
  'accountId',
  'contactId',
  'consumerId',
  'productId',
  'assetId',
  'addResolutionNotesToComments',
] as const;

/** NTF-1, POR-3 · The fields of a case that its page in the portal shows, in one way or another. */
export function fieldsCustomersSee({
  proactive,
  addResolutionNotesToComments,
}: Pick<RecordOf<'case'>, 'proactive' | 'addResolutionNotesToComments'>): readonly string[] {
  return [
    ...SHOWN,
    // Of a case that the provider made it is of what is internal.
    ...(proactive ? [] : ['description']),
    ...(addResolutionNotesToComments ? ['resolutionNotes'] : []),
  ];
}
