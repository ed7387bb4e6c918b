/** The id of a tab in the page's address: customer-cases. */
export const tabId = (label: string) => label.toLowerCase().replaceAll(' ', '-');
