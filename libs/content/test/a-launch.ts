import { randomUUID } from 'node:crypto';
import type { Language, RuntimeClaim, RuntimeLeased, RuntimeRecord, ViewRow } from '@aula/contracts';
import { ObjectStorage } from '@aula/platform';
import { parseManifest } from '@aula/scorm';
import { anActor, type Answer, type Client, type School } from '@aula/testing';

const namespaces = {
  '1.2': `xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"`,
  '2004': `xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss"`,
};

export interface PackageWish {
  version?: '1.2' | '2004';
  /** Identifiers of its SCOs. */
  scos?: readonly string[];
  masteryScore?: number;
  /** XML of imsss:sequencing, of the organization and of each SCO, whose identifier `$id` stands for. 2004 only. */
  sequencing?: { organization: string; sco: string };
  /** As stated in its metadata; its namespaces are those of `version`. */
  schemaVersion?: string;
  files?: Readonly<Record<string, { body: string | Buffer; type: string; attachment?: boolean }>>;
}

/** A manifest as an authoring tool writes it. */
const manifestXml = ({ version = '1.2', scos = ['one'], masteryScore, sequencing, schemaVersion }: PackageWish): string => {
  const mastery = masteryScore === undefined ? '' : `<adlcp:masteryscore>${masteryScore}</adlcp:masteryscore>`;
  const type = version === '1.2' ? 'scormtype' : 'scormType';
  const items = scos.map(
    (id) =>
      `<item identifier="${id}" identifierref="r-${id}"><title>${id}</title>${mastery}${sequencing?.sco.replaceAll('$id', id) ?? ''}</item>`,
  );
  const resources = scos.map((id) => `<resource identifier="r-${id}" type="webcontent" adlcp:${type}="sco" href="${id}.html"/>`);
  return `<manifest identifier="m" ${namespaces[version]}>
    <metadata><schema>ADL SCORM</schema><schemaversion>${schemaVersion ?? (version === '1.2' ? '1.2' : '2004 4th Edition')}</schemaversion></metadata>
    <organizations default="o"><organization identifier="o"><title>Curso</title>${items.join('')}${sequencing?.organization ?? ''}</organization></organizations>
    <resources>${resources.join('')}</resources></manifest>`;
};

/** A ready package, as the unpacker leaves it. Returns its id. */
export const aPackage = async (school: School, wish: PackageWish = {}, ownerId: string = randomUUID()): Promise<string> => {
  const { version = '1.2', scos = ['one'], files = {} } = wish;
  const all = { ...Object.fromEntries(scos.map((id) => [`${id}.html`, { body: `<p>${id}</p>`, type: 'text/html' }])), ...files };
  const { manifest, findings } = parseManifest(Buffer.from(manifestXml(wish)), {
    files: Object.keys(all),
    manifestPath: 'imsmanifest.xml',
  });
  if (!manifest) throw new Error(JSON.stringify(findings));
  const id = randomUUID();
  const sha256 = id.replaceAll('-', '').repeat(2);
  await school.sql(
    `insert into content.package (id, owner_id, state, file_name, size, sha256, zip_key, standard, title, manifest)
     values ($1, $2, 'ready', 'curso.zip', 1, $3, 'zip', $4, 'Curso', $5)`,
    [id, ownerId, sha256, version === '1.2' ? 'scorm-1.2' : 'scorm-2004-4th', JSON.stringify(manifest)],
  );
  const storage = school.app.get<ObjectStorage>(ObjectStorage);
  await Promise.all(
    Object.entries(all).map(
      async ([path, { body, type, attachment = false }]: [string, { body: string | Buffer; type: string; attachment?: boolean }]) => {
        const stored = await storage.put(`pkg/${sha256}/${path}`, Buffer.from(body), type);
        await school.sql(
          `insert into content.package_file (sha256, path, folded, size, content_type, attachment, storage_key, etag) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [sha256, path, path.toLowerCase(), stored.size, type, attachment, `pkg/${sha256}/${path}`, stored.etag],
        );
      },
    ),
  );
  return id;
};

export interface LearnerWish extends PackageWish {
  /** A package that is there already. */
  packageId?: string;
  enrollment?: Partial<ViewRow<'enrollment.pub_enrollment'>>;
  /** Packages by language; of Spanish alone unless said otherwise. */
  packages?: Partial<Record<Language, string>>;
  language?: Language;
  timeZone?: string;
}

/** A learner who is enrolled in a course whose one unit is a package. */
export const aLearner = async (school: School, wish: LearnerWish = {}) => {
  const [personId, enrollmentId, unitId, versionId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const packageId = wish.packageId ?? (await aPackage(school, wish));
  const enrollment = {
    id: enrollmentId,
    person_id: personId,
    edition_id: randomUUID(),
    course_version_id: versionId,
    state: 'active',
    opens_at: '2020-01-01T00:00:00Z',
    closes_at: '2099-01-01T00:00:00Z',
    ...wish.enrollment,
  };
  await school.publishes('enrollment.pub_enrollment', [enrollment]);
  await school.publishes('catalog.pub_course_version', [
    {
      id: versionId,
      course_id: randomUUID(),
      number: 1,
      code: 'C-1',
      title: { es: 'Curso' },
      hours: 1,
      published_at: '2020-01-01T00:00:00Z',
    },
  ]);
  const unit = { course_version_id: versionId, id: unitId, position: 1, required: true, counts: true, title: { es: 'Unidad' } };
  const contents = Object.fromEntries(
    Object.entries(wish.packages ?? { es: packageId }).map(([language, id]) => [language, { packageId: id }]),
  );
  await school.publishes('catalog.pub_unit', [{ ...unit, kind: 'scorm', contents }]);
  await school.publishes('identity.pub_person', [
    { id: personId, given_name: 'Ana', family_name: 'Pérez', language: wish.language ?? 'es', time_zone: wish.timeZone ?? null },
  ]);
  const actor = anActor({ personId, language: wish.language ?? 'es' });
  return { actor, enrollmentId, unitId, packageId, client: school.as(actor) };
};
export type Learner = Awaited<ReturnType<typeof aLearner>>;

/** The player of one launch, on its own host. */
export class APlayer {
  private constructor(
    readonly host: string,
    readonly token: string,
    readonly cookie: string,
    readonly launched: Record<string, unknown>,
    private readonly client: Client,
  ) {}

  /** Opens the learner's unit and redeems the code. */
  static async open(school: School, { client, enrollmentId, unitId }: Learner): Promise<APlayer> {
    const { body } = await client.post('/api/content/launches', { enrollmentId, unitId }).expect<{ url: string }>(201);
    return APlayer.at(school, body.url);
  }

  /** Redeems the code of a player's address. */
  static async at(school: School, url: string): Promise<APlayer> {
    const { hostname, hash } = new URL(url);
    const visitor = school.visitor({ host: hostname });
    const answer = await visitor.post('/_rt/launch', { launchCode: hash.slice(1) }).expect<{ token: string }>(201);
    const cookie = /aula_files=[^;]+/.exec(String(answer.headers['set-cookie']))?.[0] ?? '';
    return new APlayer(hostname, answer.body.token, cookie, answer.body, visitor);
  }

  /** The same player with another token, or on another host. */
  as(other: { token?: string; host?: string }): APlayer {
    const host = other.host ?? this.host;
    return new APlayer(host, other.token ?? this.token, this.cookie, this.launched, this.client.with({ host }));
  }

  private get bearing(): Client {
    return this.client.with({ authorization: `Bearer ${this.token}` });
  }

  askLease(wish: object = {}) {
    return this.bearing.post('/_rt/lease', wish as Record<string, unknown>);
  }
  async lease(wish: object = {}): Promise<RuntimeLeased> {
    return (await this.askLease(wish).expect<RuntimeLeased>(200)).body;
  }
  /** Says that the learner is still there. */
  present(epoch: number, nonce = 'nonce-123') {
    return this.bearing.post('/_rt/presence', { epoch, nonce });
  }
  send(epoch: number, records: readonly RuntimeRecord[], nonce = 'nonce-123') {
    return this.bearing.post('/_rt/commit', { epoch, nonce, records });
  }
  /** Posts a commit as it is, with headers of its own. */
  post(body: object | string, headers: Record<string, string>): Promise<Answer> {
    return this.bearing
      .with(headers)
      .post('/_rt/commit', body as Record<string, unknown>)
      .whatever<never>();
  }
  /** Commits; what is durable then. */
  async commit(epoch: number, records: readonly RuntimeRecord[]): Promise<number> {
    return (await this.send(epoch, records).expect<{ ack: number }>(200)).body.ack;
  }
  file(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.client
      .with({ cookie: this.cookie, ...headers })
      .get(`/c/${path}`)
      .whatever<never>();
  }
  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.client.with(headers).get(path).whatever<never>();
  }
}

/** Records of a visit, numbered from `from`. */
export const records = (from: number, ...drafts: Partial<RuntimeRecord>[]): RuntimeRecord[] =>
  drafts.map((draft, at) => ({ seq: from + at, t: 1_700_000_000_000 + at, kind: 'set', scoId: 'one', ...draft }));
/** A SetValue that the API took. */
export const set = (element: string, value: string, more: Partial<RuntimeRecord> = {}): Partial<RuntimeRecord> => ({
  element,
  value,
  result: 'true',
  errorCode: 0,
  ...more,
});
export const opened: Partial<RuntimeRecord> = { kind: 'nav', element: 'open', value: 'sco' };
export const initialized: Partial<RuntimeRecord> = { kind: 'init', result: 'true', errorCode: 0 };
export const terminated: Partial<RuntimeRecord> = { kind: 'term', result: 'true', errorCode: 0 };
/** An end with the player's own word on what the item has come to. */
export const claiming = (claim: Partial<RuntimeClaim>): Partial<RuntimeRecord> => ({
  ...terminated,
  value: JSON.stringify({ completion: 'completed', success: 'unknown', scaled: null, ...claim }),
});
export const left = (why: string): Partial<RuntimeRecord> => ({ kind: 'nav', element: 'leave', value: why });
/** The learner paused: the visit is not over. */
export const paused: Partial<RuntimeRecord> = { kind: 'nav', element: 'suspend', value: 'suspendAll' };
