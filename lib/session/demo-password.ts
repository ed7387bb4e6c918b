/** The password of all demo users. */
export const DEMO_PASSWORD = 'casebridge-demo';
