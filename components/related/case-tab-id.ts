/** How the address names a tab of cases: customer-cases. */
export const caseTabId = (label: string) => label.toLowerCase().replaceAll(' ', '-');
