'use client';

import { createContext } from 'react';

/** How what stands in a panel of tabs brings that panel into sight. */
export const ShowPanel = createContext<() => void>(() => {});
