import { cache } from 'react';
import { db } from '#lib/platform/db.ts';
import { readSettings } from './settings.ts';

/** The settings as one page sees them: read once, however many parts of it ask. */
export const pageSettings = cache(() => readSettings(db()));
