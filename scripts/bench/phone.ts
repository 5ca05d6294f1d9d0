import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inOrder } from '@aula/platform';
import type { Browser, Cookie } from 'playwright-core';
import { openWholeBrowser } from '../browser/chromium.ts';
import { freePort } from '../cohort/free-port.ts';
import { Stage } from '../cohort/stage.ts';
import { openEdition, signIn } from '../cohort/steps.ts';
import type { AcademyClient } from '../demo/academy-client.ts';
import { firstResponder } from '../demo/courses/first-responder/index.ts';
import { seedCourse } from '../demo/seed-course.ts';
import { PhoneLine } from './phone-line.ts';
import { Phone, phoneRate } from './phone-page.ts';
import { phoneSpeed } from './phone-processor.ts';
import { median, type Report } from './report.ts';

/** What an officer waits for at most, from the wish to a page that answers, in milliseconds. */
const goal = '<=3000';
/** Milliseconds that somebody takes for a password on a phone. */
const typing = 3_000;
const officer = { email: 'officer.1@phone.example', password: 'una-frase-larga-2026' };
interface Made {
  id: string;
}

/** What one round found: milliseconds, and what came over the line, by page. */
type Round = Record<string, { ms: number; bytes: number; connections: number }>;

/**
 * Measures how long an officer's pages take on a phone of the middle class on slow 4G, with nothing on the device: until the control that
 * the page is for was there, was pressed, and answered.
 */
export const phone = async (report: Report, rounds: number): Promise<void> => {
  const port = await freePort();
  const stage = await Stage.open({ AULA_PUBLIC_URL: `http://localhost:${port}`, AULA_WEB_DIST: resolve('apps/web/dist') });
  const browser = await openWholeBrowser();
  const line = await PhoneLine.open(port, Number(new URL(stage.url).port));
  try {
    const enrollmentId = await aLearner(stage);
    const [rate, speeds] = [await phoneRate(browser), [] as number[]];
    const found = await inOrder(Array.from({ length: rounds }), () =>
      round({ browser, line, url: `http://localhost:${port}`, enrollmentId, rate, speeds }),
    );
    report.line({
      name: 'phone.processor',
      rate,
      speed: median(speeds),
      wanted: phoneSpeed,
      min: Math.min(...speeds),
      max: Math.max(...speeds),
    });
    tell(report, found);
  } finally {
    line.close();
    await browser.close();
    await stage.close();
  }
};

const tell = (report: Report, found: readonly Round[]): void => {
  for (const page of Object.keys(found[0]!)) {
    const series = (what: keyof Round[string]) => found.map((one) => one[page]![what]);
    report.value(`phone.${page}`, 1, 'ms', series('ms'), goal);
    report.value(`phone.${page}.bytes`, 1, 'B', series('bytes'));
    report.value(`phone.${page}.connections`, 1, 'connections', series('connections'));
  }
};

interface Scene {
  browser: Browser;
  line: PhoneLine;
  url: string;
  enrollmentId: string;
  /** How much slower than this machine a phone is. */
  rate: number;
  /** Speeds of the slowed page, as each round measured it. */
  speeds: number[];
}

const round = async (scene: Scene): Promise<Round> => {
  const { url, enrollmentId } = scene;
  const found: Round = {};
  const cookies = await onAPhone(scene, [], async (device, measured) => {
    found['sign-in'] = await measured(async () => {
      await device.open(url);
      await device.type('input[type=email]', officer.email);
    });
    await device.type('input[type=password]', officer.password);
    await sleep(typing);
    found['learning'] = await measured(async () => {
      await device.press('Enter');
      await device.tap('main li a[href^="/learning/"]', `/learning/${enrollmentId}`);
    });
  });
  await onAPhone(scene, cookies, async (device, measured) => {
    found['learning-cold'] = await measured(async () => {
      await device.open(`${url}/learning`);
      await device.tap('main li a[href^="/learning/"]', `/learning/${enrollmentId}`);
    });
  });
  await onAPhone(scene, cookies, async (device, measured) => {
    found['course-cold'] = await measured(async () => {
      await device.open(`${url}/learning/${enrollmentId}`);
      await device.tap('main a[href*="/units/"]', '/units/');
    });
  });
  return found;
};

type Measured = (act: () => Promise<void>) => Promise<Round[string]>;

/** A phone with nothing on it but these cookies; returns those that it has at the end. */
const onAPhone = async (
  { browser, line, rate, speeds }: Scene,
  cookies: Cookie[],
  use: (device: Phone, measured: Measured) => Promise<void>,
): Promise<Cookie[]> => {
  const device = await Phone.inHand(browser, cookies, rate);
  const measured: Measured = async (act) => {
    const [from, bytes, connections] = [performance.now(), line.bytes, line.connections];
    await act();
    return { ms: performance.now() - from, bytes: line.bytes - bytes, connections: line.connections - connections };
  };
  await use(device, measured);
  speeds.push(await device.speed());
  return device.putAway();
};

/** An officer who is enrolled in a course of the demonstration; returns the enrollment's id. */
const aLearner = async (stage: Stage): Promise<string> => {
  const stop = await stage.worker(['identity', 'catalog', 'enrollment', 'content', 'assessment']);
  const admin = await signIn(stage);
  const institution = await admin.post<Made>('/api/identity/institutions', { code: 'PHONE', name: 'Escuela', country: 'PE' });
  const { id: personId } = await admin.post<Made>('/api/identity/people', {
    email: officer.email,
    givenName: 'Ñusta',
    familyName: 'Peña',
    language: 'es',
    institutionId: institution.id,
  });
  await admin.put(`/api/identity/people/${personId}/password`, { password: officer.password });
  await enroll(admin, personId, await seedCourse(admin, firstResponder, institution.id));
  const { rows } = await stage.database.query<Made>('select id from enrollment.enrollment');
  await stop();
  return rows[0]!.id;
};

const enroll = async (admin: AcademyClient, personId: string, courseVersionId: string): Promise<void> => {
  const edition = await openEdition(admin, courseVersionId, 'Phone');
  const { batchId } = await admin.post<{ batchId: string }>(`/api/enrollment/editions/${edition.id}/enrollments`, {
    personIds: [personId],
  });
  await admin.settled(`/api/enrollment/enrollment-batches/${batchId}`, ['done'], ['failed']);
};
