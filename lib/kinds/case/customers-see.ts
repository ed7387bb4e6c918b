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

/** NTF-1, POR-3 · The case fields that affect its page in the portal. */
export function fieldsCustomersSee({
  proactive,
  addResolutionNotesToComments,
}: Pick<RecordOf<'case'>, 'proactive' | 'addResolutionNotesToComments'>): readonly string[] {
  return [
    ...SHOWN,
    // The description of a proactive case is internal.
    ...(proactive ? [] : ['description']),
    ...(addResolutionNotesToComments ? ['resolutionNotes'] : []),
  ];
}
