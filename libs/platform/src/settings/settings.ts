import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { TrustedProxies } from './trusted-proxies.js';
import { siteProblem } from './site.js';

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsAbsent, schema.optional());
const s3Names = ['S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

const Environment = z
  .object({
    DATABASE_URL: z.url(),
    AULA_SECRET_FILE: z.string().min(1),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    HOST: z.string().default('127.0.0.1'),
    AULA_PUBLIC_URL: optional(z.url()),
    AULA_CONTENT_DOMAIN: z.string().toLowerCase().default('content.localhost'),
    AULA_DATA: z.string().default('.data'),
    AULA_WEB_DIST: optional(z.string()),
    AULA_PLAYER_DIST: optional(z.string()),
    AULA_DEMO: optional(z.enum(['0', '1'])),
    AULA_SECOND_FACTOR: optional(z.enum(['required', 'optional'])),
    AULA_ADMIN_EMAIL: optional(z.email()),
    AULA_ADMIN_PASSWORD: optional(z.string().min(12)),
    AULA_TRUST_PROXY: optional(TrustedProxies),
    REDIS_URL: optional(z.url()),
    QUEUE_BACKEND: optional(z.enum(['redis', 'postgres'])),
    SMTP_URL: optional(z.url()),
    MAIL_FROM: z.string().default('Aula <no-reply@aula.example>'),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
    S3_BUCKET: optional(z.string()),
    S3_ENDPOINT: optional(z.url()),
    S3_REGION: optional(z.string()),
    S3_ACCESS_KEY_ID: optional(z.string()),
    S3_SECRET_ACCESS_KEY: optional(z.string()),
    S3_FORCE_PATH_STYLE: optional(z.enum(['true', 'false'])),
  })
  .superRefine((env, context) => {
    const given = s3Names.filter((name) => env[name] !== undefined);
    if (given.length > 0 && given.length < s3Names.length)
      context.addIssue({ code: 'custom', message: `S3 needs all of ${s3Names.join(', ')}; only ${given.join(', ')} given` });
    if (env.AULA_DEMO === '1' && env.AULA_SECOND_FACTOR === 'required')
      context.addIssue({
        code: 'custom',
        message: 'AULA_SECOND_FACTOR=required needs AULA_DEMO=0: nobody holds the factors of a demonstration',
      });
    const message = env.AULA_PUBLIC_URL && siteProblem(env.AULA_PUBLIC_URL, env.AULA_CONTENT_DOMAIN);
    if (message) context.addIssue({ code: 'custom', message });
  });

/** What a process is told from outside, checked once at boot. `secret` is the content of the secret file. */
export interface Settings {
  readonly databaseUrl: string;
  /** Addresses given for single roles, by role name; others are derived from `databaseUrl` and the secret. */
  readonly roleUrls: Readonly<Record<string, string>>;
  readonly secret: string;
  readonly port: number;
  readonly host: string;
  /** Origin of the academy, without a slash at its end. */
  readonly publicUrl: string;
  readonly contentDomain: string;
  readonly dataFolder: string;
  readonly webDist: string | undefined;
  readonly playerDist: string | undefined;
  readonly demonstration: boolean;
  /** Whether people with roles must have a second factor before they can do anything. */
  readonly secondFactor: 'required' | 'optional';
  readonly firstAdministrator: { email: string; password: string } | undefined;
  /** Whose word about a client's address counts: nobody's, that of so many proxies in front, or that of these addresses. */
  readonly trustProxy: TrustedProxies;
  /** Redis for the queue's triggers; undefined: BullMQ's PostgreSQL backend. */
  readonly redisUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly logLevel: string;
  readonly s3: S3Settings | undefined;
}
export interface S3Settings {
  readonly bucket: string;
  readonly region: string;
  readonly endpoint: string | undefined;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly forcePathStyle: boolean;
}

/** Reads and checks the environment. Throws an Error that names every wrong setting. */
export const readSettings = (environment: NodeJS.ProcessEnv = process.env): Settings => {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success)
    throw new Error(`Settings: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`);
  const env = parsed.data;
  const secret = readFileSync(env.AULA_SECRET_FILE, 'utf8').trim();
  if (secret.length < 32) throw new Error('Settings: the secret file needs at least 32 characters');
  const publicUrl = (env.AULA_PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, '');
  return {
    databaseUrl: env.DATABASE_URL,
    roleUrls: roleUrlsOf(environment),
    secret,
    port: env.PORT,
    host: env.HOST,
    publicUrl,
    contentDomain: env.AULA_CONTENT_DOMAIN,
    dataFolder: env.AULA_DATA,
    webDist: env.AULA_WEB_DIST,
    playerDist: env.AULA_PLAYER_DIST,
    demonstration: env.AULA_DEMO === '1',
    // an address on HTTPS is that of a real academy; scripts and trials on one machine sign in by password alone
    secondFactor: env.AULA_SECOND_FACTOR ?? (publicUrl.startsWith('https:') && env.AULA_DEMO !== '1' ? 'required' : 'optional'),
    firstAdministrator:
      env.AULA_ADMIN_EMAIL && env.AULA_ADMIN_PASSWORD ? { email: env.AULA_ADMIN_EMAIL, password: env.AULA_ADMIN_PASSWORD } : undefined,
    trustProxy: env.AULA_TRUST_PROXY ?? false,
    redisUrl: env.QUEUE_BACKEND === 'postgres' ? undefined : env.REDIS_URL,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    logLevel: env.LOG_LEVEL,
    s3: s3Of(env),
  };
};

/** CATALOG_DATABASE_URL and its sisters, for deployments whose administrators hand out each role's address. */
const roleUrlsOf = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => {
      const role = /^([A-Z]+)_DATABASE_URL$/.exec(name)?.[1]?.toLowerCase();
      return role && value ? [[role, value]] : [];
    }),
  );

const s3Of = (env: z.infer<typeof Environment>): S3Settings | undefined =>
  env.S3_BUCKET && env.S3_REGION && env.S3_ACCESS_KEY_ID && env.S3_SECRET_ACCESS_KEY
    ? {
        bucket: env.S3_BUCKET,
        region: env.S3_REGION,
        endpoint: env.S3_ENDPOINT,
        accessKeyId: env.S3_ACCESS_KEY_ID,
        secretAccessKey: env.S3_SECRET_ACCESS_KEY,
        forcePathStyle: env.S3_FORCE_PATH_STYLE === 'true',
      }
    : undefined;
