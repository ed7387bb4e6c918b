import { describe, expect, it } from 'vitest';
import { taskKindNames } from '#lib/record/kind.ts';
import { externalFields, findField } from './names.ts';

/** The external names of a kind's fields, by our names. */
const namesOf = (kind: (typeof taskKindNames)[number]) =>
  Object.fromEntries(externalFields(kind).map(({ name, field }) => [name, field.external]));

describe.each(taskKindNames)('%s', (kind) => {
  it('no two fields share a name outside', () => {
    const names = externalFields(kind).flatMap(({ field }) => [field.external, ...(field.alsoCalled ?? [])]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.filter((name) => !/^[a-z]+(_[a-z]+)*$/.test(name))).toEqual([]);
  });

  it('every field is found by its names', () => {
    for (const { name, field } of externalFields(kind))
      for (const external of [field.external, ...(field.alsoCalled ?? [])])
        expect(findField(kind, external)).toEqual({ name, field });
  });

  it('REC-5 · a name without a field is unknown', () => {
    for (const name of ['shortDescription', 'incidentId', 'sys_tags', '', 'constructor'])
      expect(findField(kind, name)).toBeUndefined();
  });

  it('common fields have the names of every task table', () => {
    expect(namesOf(kind)).toMatchObject({
      number: 'number',
      id: 'sys_id',
      shortDescription: 'short_description',
      description: 'description',
      impact: 'impact',
      urgency: 'urgency',
      priority: 'priority',
      accountId: 'account',
      contactId: 'contact',
      consumerId: 'consumer',
      configurationItemId: 'cmdb_ci',
      assignmentGroupId: 'assignment_group',
      assignedToId: 'assigned_to',
      active: 'active',
      openedAt: 'opened_at',
      openedById: 'opened_by',
      resolvedAt: 'resolved_at',
      resolvedById: 'resolved_by',
      closedAt: 'closed_at',
      closedById: 'closed_by',
      correlationId: 'correlation_id',
      createdAt: 'sys_created_on',
      updatedAt: 'sys_updated_on',
      version: 'sys_mod_count',
    });
  });
});

it.each([
  [
    'case',
    {
      state: 'state',
      channel: 'contact_type',
      productId: 'product',
      assetId: 'asset',
      installBaseItemId: 'install_base',
      partnerId: 'partner',
      partnerContactId: 'partner_contact',
      resolutionCode: 'resolution_code',
      resolutionNotes: 'close_notes',
      cause: 'cause',
      probableCause: 'probable_cause',
      addResolutionNotesToComments: 'notes_to_comments',
      incidentId: 'incident',
      problemId: 'problem',
      changeId: 'change_request',
      causedByChangeId: 'caused_by',
      parentId: 'parent',
      majorCaseState: 'major_case_state',
      proactive: 'proactive',
      initiatedAsRequest: 'initiated_as_request',
    },
  ],
  [
    'incident',
    {
      state: 'state',
      callerId: 'caller_id',
      category: 'category',
      subcategory: 'subcategory',
      serviceId: 'business_service',
      contactType: 'contact_type',
      holdReason: 'hold_reason',
      resolutionCode: 'close_code',
      resolutionNotes: 'close_notes',
      probableCause: 'cause',
      problemId: 'problem_id',
      changeId: 'rfc',
      causedByChangeId: 'caused_by',
    },
  ],
  [
    'problem',
    {
      state: 'state',
      firstReportedById: 'first_reported_by_task',
      workaround: 'workaround',
      knownError: 'known_error',
      causeNotes: 'cause_notes',
      fixNotes: 'fix_notes',
      resolutionCode: 'resolution_code',
      duplicateOfId: 'duplicate_of',
    },
  ],
  [
    'change',
    {
      state: 'state',
      type: 'type',
      templateId: 'std_change_producer_version',
      category: 'category',
      risk: 'risk',
      requestedById: 'requested_by',
      plannedStart: 'start_date',
      plannedEnd: 'end_date',
      onHold: 'on_hold',
      onHoldReason: 'on_hold_reason',
      justification: 'justification',
      implementationPlan: 'implementation_plan',
      backoutPlan: 'backout_plan',
      testPlan: 'test_plan',
      approval: 'approval',
      closeCode: 'close_code',
      closeNotes: 'close_notes',
    },
  ],
  [
    'request',
    {
      state: 'request_state',
      caseId: 'parent',
      requestedForId: 'requested_for',
      deliveryInformation: 'delivery_address',
      specialInstructions: 'special_instructions',
    },
  ],
  [
    'requested_item',
    {
      state: 'state',
      requestId: 'request',
      catalogItemId: 'cat_item',
      quantity: 'quantity',
      priceCents: 'price',
      stage: 'stage',
      approval: 'approval',
      dueAt: 'due_date',
    },
  ],
] as const)('the fields of a %s are called as its table calls them', (kind, names) => {
  expect(namesOf(kind)).toMatchObject(names);
});

it('the change of a case is also imported under its name in the table of cases', () => {
  expect(findField('case', 'change')?.name).toBe('changeId');
});
