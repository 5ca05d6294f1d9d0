import { afterAll, beforeEach, expect, it } from '@jest/globals';

// by names of their own: the compiler knows no pages where tests are
const [ahead, requests] = ['../src/lib/ahead.js', '../src/lib/http.js'];
const { askAhead } = (await import(ahead)) as { askAhead: (path: string) => void };
const { http } = (await import(requests)) as {
  http: { get: (path: string, query?: object) => Promise<unknown>; post: (path: string) => Promise<unknown> };
};

/** What went over the line, `METHOD path`. */
let asked: string[] = [];
const before = globalThis.fetch;
globalThis.fetch = (path, init) => {
  asked.push(`${init?.method ?? 'GET'} ${path as string}`);
  return Promise.resolve(Response.json({ number: asked.length }));
};
beforeEach(() => {
  asked = [];
});
afterAll(() => {
  globalThis.fetch = before;
});

it('takes the answer that was asked for ahead, once', async () => {
  askAhead('/enrollment/enrollments?mine=true');
  expect(await http.get('/enrollment/enrollments', { mine: true, cursor: null })).toEqual({ number: 1 });
  expect(await http.get('/enrollment/enrollments', { mine: true })).toEqual({ number: 2 });
  expect(asked).toEqual(['GET /api/enrollment/enrollments?mine=true', 'GET /api/enrollment/enrollments?mine=true']);
});

it('asks again after something was changed', async () => {
  askAhead('/identity/me');
  await http.post('/identity/sessions');
  expect(await http.get('/identity/me')).toEqual({ number: 3 });
});
