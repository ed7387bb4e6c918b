import { expect, signIn, startSecondServer, test } from './fixtures.ts';

test('Q-15 · every response has the security headers, and every page its own nonce', async ({ request }) => {
  const nonceOf = async () => {
    const headers = (await request.get('/login')).headers();
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe-inline/);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
    return /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1];
  };
  const first = await nonceOf();
  expect(first).toBeTruthy();
  expect(await nonceOf()).not.toBe(first);
});

test('Q-15 · the sign-in page runs its scripts without a browser warning', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto('/login');
  await page.getByRole('button', { name: /^agent@casebridge\.test/ }).click();
  await expect(page.getByLabel('Email', { exact: true })).toHaveValue('agent@casebridge.test');
  expect(complaints).toEqual([]);
});

test('ACC-5 · a cross-site request is refused before anything else', async ({ request }) => {
  const headers = { origin: 'https://evil.example' };
  for (const path of ['/login', '/workspace/cases', '/api/anything'])
    expect((await request.post(path, { headers })).status()).toBe(403);
});

test('ACC-5 · without a session a page leads to the sign-in and an interface answers 401', async ({
  page,
  request,
}) => {
  expect((await request.get('/api/anything')).status()).toBe(401);
  await page.goto('/workspace/profile?tab=1');
  await expect(page).toHaveURL('/login?from=%2Fworkspace%2Fprofile%3Ftab%3D1');
});

test('ACC-3 · a wrong password gets one generic message', async ({ page }) => {
  await page.goto('/login');
  await page.getByLabel('Email', { exact: true }).fill('nobody@casebridge.test');
  await page.getByLabel('Password', { exact: true }).fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Email or password is wrong.' })).toBeVisible();
});

test('ACC-3 · signing in leads to the requested page', async ({ page }) => {
  await signIn(page, 'plain@casebridge.test', { from: '/workspace/profile' });
  await expect(page).toHaveURL('/workspace/profile');
});

test('Q-12 · a session is valid on every server of the same database', async ({ as }) => {
  const second = await startSecondServer();
  try {
    const page = await as('itil@casebridge.test', { baseURL: second.baseURL });
    await page.goto('/workspace/profile');
    await expect(page).toHaveURL(`${second.baseURL}/workspace/profile`);
  } finally {
    await second.stop();
  }
});

test('the server reports that it is alive and ready', async ({ request }) => {
  expect(await (await request.get('/api/health')).json()).toEqual({ status: 'ok' });
  expect(await (await request.get('/api/ready')).json()).toEqual({ status: 'ready' });
});

test('every response carries its request id from the log', async ({ request }) => {
  const names = [];
  for (const path of ['/login', '/workspace/cases', '/api/health', '/api/anything'])
    names.push((await request.get(path, { headers: { 'x-request-id': 'mine' } })).headers()['x-request-id']);
  for (const name of names) expect(name).toMatch(/^[0-9a-f-]{36}$/);
  expect(new Set(names).size).toBe(names.length);
});
