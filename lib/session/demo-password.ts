/** The password of everybody in the demonstration. */
export const DEMO_PASSWORD = 'casebridge-demo';
