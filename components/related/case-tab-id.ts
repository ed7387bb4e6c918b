/** The id of a cases tab in the address: customer-cases. */
export const caseTabId = (label: string) => label.toLowerCase().replaceAll(' ', '-');
