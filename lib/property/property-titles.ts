import type { PropertyName } from '#lib/settings/properties.ts';

/** The groups of properties, in their order on the page. */
export const propertyGroups = [
  'Cases',
  'Major cases',
  'Related records',
  'Field service',
  'Customer portal',
  'Notifications',
  'Email',
  'Files',
] as const;

export type PropertyGroup = (typeof propertyGroups)[number];

/** ADM-1 · The title of a property, and its group on the page. */
export const propertyTitles: Readonly<Record<PropertyName, readonly [group: PropertyGroup, title: string]>> = {
  'case.default_assignment_group': ['Cases', 'Default group of new cases'],
  'case.autoclose.remind_days': ['Cases', 'Remind customers of a proposed solution'],
  'case.autoclose.days': ['Cases', 'Close resolved cases'],
  'case.show_similar': ['Cases', 'Show similar cases'],
  'proactive_workflows_for_providers.additional_comments_sync': ['Cases', "Copy customers' comments to incidents"],
  major_case_affected_account_threshold: ['Major cases', 'Minimum customers for a major case'],
  'sn_customerservice.parent_child_case_sync': ['Major cases', 'Synchronize child cases'],
  'sn_customerservice.case_fields_to_sync': ['Major cases', 'Synchronized fields'],
  'com.snc.incident.data_lookup_active': ['Related records', 'Compute the priority of incidents'],
  'incident.default_assignment_group': ['Related records', 'Default group of new incidents'],
  'problem.default_assignment_group': ['Related records', 'Default group of new problems'],
  'request.default_assignment_group': ['Related records', 'Default group of new requests'],
  'change.default_assignment_group': ['Related records', 'Default group of new changes'],
  'incident.autoclose.days': ['Related records', 'Close resolved incidents'],
  'change.generate_cases_on_authorize': ['Related records', 'Generate cases when a change is authorized'],
  'change.approval.rule': ['Related records', 'Required approvals'],
  'wm.default_assignment_group': ['Field service', 'Default group of new work orders'],
  'wm.qualification_required': ['Field service', 'Qualify work orders'],
  'wm.appointment.book_hours': ['Field service', 'Booking deadline (hours before the window)'],
  'wm.appointment.cutoff_hours': ['Field service', 'Moving deadline (hours before the appointment)'],
  'wm.appointment.cancel_hours': ['Field service', 'Canceling deadline (hours before the appointment)'],
  'wm.appointment.reminder_hours': ['Field service', 'Remind customers of appointments'],
  'ledger.keep_days': ['Related records', 'Days to keep individual updates'],
  'portal.show_agent_names': ['Customer portal', 'Show the names of agents'],
  'portal.related_records': ['Customer portal', 'Kinds of related records'],
  'portal.fields.problem': ['Customer portal', 'Fields of problems'],
  'portal.fields.change_request': ['Customer portal', 'Fields of changes'],
  'portal.fields.sc_request': ['Customer portal', 'Fields of requests'],
  'portal.fields.sc_req_item': ['Customer portal', 'Fields of requested items'],
  'notify.second_approval_above': ['Notifications', 'Messages that need a second confirmation'],
  'notify.quiet_minutes': ['Notifications', 'Recently notified customers'],
  'mail.from': ['Email', 'Sender'],
  'mail.reply_domain': ['Email', 'Reply domain'],
  'mail.authentication_server': ['Email', 'Server that verifies senders'],
  'attachment.max_size_mb': ['Files', 'Maximum attachment size'],
};
