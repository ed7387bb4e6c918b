import { cache } from 'react';
import { db } from '#lib/platform/db.ts';
import { readSettings } from './settings.ts';

/** The page's settings, read once per request. */
export const pageSettings = cache(() => readSettings(db()));
