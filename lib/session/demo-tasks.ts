export type DemoSide = 'staff' | 'customers';

/** What each demo user does, for the list on the sign-in page. */
export const demoTasks: Readonly<Record<string, string>> = {
  'admin@casebridge.test': 'turns rules on and off, and reads the mailbox',
  'agent@casebridge.test': 'answers cases, and creates records from them',
  'plain@casebridge.test': 'answers cases, and creates nothing from them',
  'reader@casebridge.test': 'answers cases, and reads the records behind them',
  'manager@casebridge.test': 'decides on major cases, and has the dashboard',
  'itil@casebridge.test': 'works incidents, problems, changes and requests',
  'noc@casebridge.test': 'sees who is affected by an outage, and notifies them',
  'approver@casebridge.test': 'approves changes and requests',
  'dispatcher@casebridge.test': 'assigns and books the visits of technicians',
  'tech1@casebridge.test': 'carries out visits, on a phone too',
  'tech2@casebridge.test': 'carries out visits, on a phone too',
  'customer@boxeo.example': 'follows their own cases',
  'colleague@boxeo.example': 'follows their own cases',
  'manager@boxeo.example': 'follows the cases of Boxeo and Boxeo Labs',
  'admin@boxeo.example': 'follows the cases of Boxeo',
  'partner@alliant.example': 'follows the cases opened for served accounts',
  'admin@alliant.example': 'follows the cases of Alliant and the accounts it serves',
  'customer@funco.example': 'follows their own cases',
  'jane@consumer.example': 'follows their own cases, as a consumer',
};
