import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, expect, inject } from 'vitest';
import { closeDb } from '#lib/platform/db.ts';
import { deadlocksIn } from './deadlocks.ts';

// Every test file gets its own copy of the template database: parallel files cannot affect each other.
const name = `test_${process.ppid}_${randomBytes(6).toString('hex')}`;

const admin = new pg.Client({ connectionString: inject('adminUrl') });
await admin.connect();
await admin.query(`create database ${name} template ${inject('template')}`);

const url = new URL(inject('adminUrl'));
url.pathname = `/${name}`;
process.env.DATABASE_URL = url.href;
process.env.AUTH_SECRET = 'only for tests, where nothing is secret';
process.env.APP_URL = 'http://localhost:3000';

afterAll(async () => {
  await closeDb();
  const deadlocks = await deadlocksIn(admin, name);
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
  expect(deadlocks, 'SYNC-000 · locks are taken in one order: no deadlock, though it would be tried again').toBe(0);
});
