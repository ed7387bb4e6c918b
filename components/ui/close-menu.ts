'use client';

import { createContext } from 'react';

/** Lets an item close its menu. */
export const CloseMenu = createContext<() => void>(() => {});
