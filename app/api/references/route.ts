import { z } from 'zod';
import { maySearch } from '#lib/access/references.ts';
import { ownerNamed } from '#lib/customer/queries/owner-named.ts';
import { route } from '#lib/door/route.ts';
import { searchAssignable } from '#lib/kinds/assignable-references.ts';
import { mayUseConstraint } from '#lib/kinds/constrained-references.ts';
import { isReferenceKind, searchReferences } from '#lib/kinds/reference.ts';
import { db } from '#lib/platform/db.ts';
import { typedWords } from '#lib/platform/text-input.ts';
import { notFound } from '#lib/platform/verdict.ts';
import { referenceConstraints } from '#lib/record/reference-constraint.ts';
import { Kind } from '#lib/record/schema.ts';

const MAX_IDS = 20;

const Query = z.object({
  kind: z.string().default(''),
  q: typedWords,
  /** Ids of records chosen before: the answer has those that may still be chosen. */
  ids: z
    .string()
    .transform((ids) => ids.split(','))
    .pipe(z.array(z.uuid()).max(MAX_IDS))
    .optional(),
  /** REC-5: the customer in the form; of records that customers own, only this customer's are offered. */
  contact: z.uuid().optional(),
  consumer: z.uuid().optional(),
  account: z.uuid().optional(),
  /** REC-5: the kind of record to be assigned, and the assignment group in the form. */
  assigns: Kind.optional(),
  group: z.uuid().optional(),
  /** REL-17: the record is created from a case. */
  creates: z.literal('true').optional(),
  /** The role of the picked reference: records that the server would refuse in that role are not offered. */
  as: z.enum(referenceConstraints).optional(),
  of: z.uuid().optional(),
});

/** Type-ahead of reference fields. A kind that the actor may not search answers 404, like one that does not exist. */
export const GET = route(
  { permission: 'reference.search', limit: 'type-ahead', query: Query },
  async ({ actor, query: { kind, q, ids, assigns, group = null, creates, as, of, ...customer } }) => {
    const place = as && of ? { as, of } : undefined;
    if (!isReferenceKind(kind) || !maySearch(actor, kind)) throw notFound('list');
    if (place && !mayUseConstraint(actor, place)) throw notFound('list');
    if (assigns && (kind === 'user' || kind === 'group')) {
      const { account: accountId = null, contact: contactId = null, consumer: consumerId = null } = customer;
      const record = {
        kind: assigns,
        accountId,
        contactId,
        consumerId,
        assignmentGroupId: group,
        creates: creates === 'true',
      };
      return searchAssignable(db(), actor, kind, q, record, ids);
    }
    return searchReferences(db(), actor, kind, q, { owner: await ownerNamed(db(), actor, customer), ids, place });
  },
);
