import type { Role } from './roles.ts';

/** ACC-1 · What each role allows, in words for the administrator who grants it. */
export const roleWords: Readonly<Record<Role, string>> = {
  admin: 'Everything, and the administration.',
  sn_customerservice_agent: 'Works on cases of accounts and their contacts.',
  'sn_customerservice.consumer_agent': 'Works on cases of consumers.',
  sn_customerservice_manager:
    'Works on all cases, assigns them to anyone, shares views, and notifies the customers of major cases.',
  'sn_majorissue_mgt.major_issue_manager': 'Manages major cases, and notifies their customers.',
  sn_incident_read: 'Sees incidents, and associates them with cases.',
  sn_incident_write: 'Creates incidents, too.',
  sn_problem_read: 'Sees problems, and associates them with cases.',
  sn_problem_write: 'Creates problems, too.',
  sn_change_read: 'Sees changes, and associates them with cases.',
  sn_change_write: 'Creates changes, too.',
  sn_request_read: 'Sees requests and their items.',
  sn_request_write: 'Orders from the catalog, and associates requests with cases.',
  itil: 'Works on incidents, problems, changes and requests.',
  'sn_ind_tsm_core.noc_agent':
    'Works in network operations: sees cases and who is affected, generates proactive cases, notifies customers, and works on all IT records.',
  'sn_customerservice.case_viewer': 'Reads cases.',
  approver_user: 'Answers approvals requested from the person or the group.',
  wm_read: 'Sees work orders.',
  wm_initiator: 'Creates work orders.',
  wm_dispatcher: 'Assigns work orders to technicians.',
  wm_agent: 'Works on work orders as a technician.',
  wm_admin: 'Manages work orders.',
  'sn_customerservice.customer': 'Sees and answers their own cases.',
  'sn_customerservice.customer_case_manager': 'Sees and answers the cases of their account and of its child accounts.',
  'sn_customerservice.customer_admin': 'Sees the cases of their account, and manages its contacts.',
  'sn_customerservice.partner': 'Sees their own cases, and those opened for accounts that the partner serves.',
  'sn_customerservice.partner_admin': 'Sees everything of the partner and of the accounts that it serves.',
  'sn_customerservice.consumer': 'Sees and answers their own cases, without an account.',
};
