import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { AccreditationModule } from '@aula/accreditation';
import { languages, type Language } from '@aula/contracts';
import { anActor, house, type Client } from '@aula/testing';
import { aCourseVersion, aPerson, anIssuedCredential, publicUrl, publishNothing, settings } from './builders.js';
import { aPicture, imagesOf, paints, readPdf, scanned } from './pdf.js';

const school = await house(AccreditationModule, { settings });
await publishNothing(school);

const [university, branch] = [randomUUID(), randomUUID()];
await school.publishes('identity.pub_institution', [
  { id: branch, code: 'B', name: 'Academia «General Santander»', country: 'CO', parent_id: university, path: [university, branch] },
]);
const title = {
  es: 'Ética policial & derechos <nivel II>',
  pt: 'Ética policial e direitos',
  en: 'Police ethics and rights',
  fr: 'Éthique policière et droits',
};
const made = await anIssuedCredential(school, { version: aCourseVersion({ institution_id: branch, title, hours: 120.5 }) });
const certificate = `/api/accreditation/credentials/${made.id}/certificate.pdf`;
const holder = school.as(anActor({ personId: made.person.id, language: 'pt' }));
const fetched = async (client: Client, query = '', from = certificate): Promise<Buffer> => {
  const { headers, bytes } = await client.get(`${from}${query}`).expect(200);
  expect(headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'private, no-cache' });
  return bytes;
};
const kept = async (id = made.id): Promise<string[]> =>
  (await school.sql<{ key: string }>(`select key from platform.object where key like $1 order by key`, [`%${id}%`])).map(({ key }) => key);

const words: Record<Language, { heading: string; facts: string[]; tag: string }> = {
  es: {
    heading: 'CERTIFICADO',
    tag: 'es',
    facts: ['Se certifica que', 'Duración: 120,5 horas', '12 de marzo de 2026', 'Verifique este certificado'],
  },
  pt: {
    heading: 'CERTIFICADO',
    tag: 'pt-BR',
    facts: ['Certificamos que', 'Carga horária: 120,5 horas', '12 de março de 2026', 'Confira este certificado'],
  },
  en: {
    heading: 'CERTIFICATE',
    tag: 'en',
    facts: ['This certifies that', 'Duration: 120.5 hours', 'March 12, 2026', 'Verify this certificate'],
  },
  fr: {
    heading: 'CERTIFICAT',
    tag: 'fr',
    facts: ['Nous certifions que', 'Durée : 120,5 heures', '12 mars 2026', 'Vérifiez ce certificat'],
  },
};

describe('a certificate', () => {
  it.each(languages)('says in %s who achieved what, and where to check it', async (language) => {
    const read = await readPdf(await fetched(holder, `?language=${language}`));
    const said = read.text.replace(/\s+/g, ' ');
    const { heading, facts, tag } = words[language];
    for (const each of [
      heading,
      ...facts,
      'José Luís Gonçalves-Peña',
      title[language],
      'Academia «General Santander»',
      `${publicUrl}/v/${made.id}`,
    ]) {
      expect(said).toContain(each);
    }
    expect(read.language).toBe(tag);
    expect(read.info['Title']).toBe(
      `${heading[0]!}${heading.slice(1).toLowerCase()} – ${title[language].replace(/[&<>]/g, '').replace(/ +/g, ' ')}`,
    );
  });

  it('is tagged for readers’ software, with the code described in words', async () => {
    const { tags } = await readPdf(await fetched(holder, '?language=es'));
    expect(tags.filter((tag) => tag === 'H1')).toHaveLength(1);
    expect(tags.filter((tag) => tag === 'H2')).toHaveLength(2);
    expect(tags.find((tag) => tag.startsWith('Figure'))).toContain(`${publicUrl}/v/${made.id}`);
  });

  it('has metadata that no title can break', async () => {
    const { xmpTitle, info } = await readPdf(await fetched(holder, '?language=es'));
    expect(xmpTitle).toBe('Certificado – Ética policial derechos nivel II');
    expect(info['Title']).toBe(xmpTitle);
  });

  it('brings the signed credential, byte for byte, which verifies', async () => {
    const { attachment } = await readPdf(await fetched(holder));
    expect(attachment).toBe((await school.visitor().get(`/api/accreditation/credentials/${made.id}`).expect(200)).text);
    const credential = JSON.parse(attachment) as object;
    const answer = await school.visitor().post('/api/accreditation/verifications', { credential }).expect(200);
    expect(answer.body).toMatchObject({ id: made.id, integrity: { answer: 'intact' } });
  });

  it('has a QR code that leads to the page which verifies it', async () => {
    expect(scanned(await fetched(holder))).toBe(`${publicUrl}/v/${made.id}`);
  });

  it('comes in the reader’s language when none is asked for', async () => {
    expect((await readPdf(await fetched(holder))).language).toBe('pt-BR');
    expect((await readPdf(await fetched(holder.with({ 'accept-language': 'fr' })))).language).toBe('fr');
    await holder.get(`${certificate}?language=de`).expectProblem(400, 'invalid-request');
  });

  it('gives the day in the time zone of the edition', async () => {
    const late = await anIssuedCredential(school);
    const edition = randomUUID();
    await school.sql(`update accreditation.credential set completed_at = '2026-03-13T02:00:00Z' where id = $1`, [late.id]);
    await school.publishes('enrollment.pub_enrollment', [
      {
        id: late.completion.enrollmentId,
        person_id: late.person.id,
        edition_id: edition,
        course_version_id: late.version.id,
        state: 'completed',
      },
    ]);
    await school.publishes('enrollment.pub_edition', [
      { id: edition, course_version_id: late.version.id, title: 'E', mode: 'virtual', time_zone: 'America/Bogota' },
    ]);
    const client = school.as(anActor({ personId: late.person.id }));
    const { text } = await readPdf(await fetched(client, '?language=es', `/api/accreditation/credentials/${late.id}/certificate.pdf`));
    expect(text.replace(/\s+/g, ' ')).toContain('Finalizado el 12 de marzo de 2026');
  });

  it('takes long names, long titles and letters of any alphabet of Europe', async () => {
    const person = aPerson({
      given_name: 'Maximilian Ferdinand Aleksandr Wojciech',
      family_name: 'Đorđević-Østergård y de la Santísima Trinidad Ñúñez',
    });
    const long = await anIssuedCredential(school, {
      person,
      version: aCourseVersion({ title: { es: 'Investigación y análisis '.repeat(15).trim() } }),
    });
    const client = school.as(anActor({ personId: person.id }));
    const { text } = await readPdf(await fetched(client, '?language=en', `/api/accreditation/credentials/${long.id}/certificate.pdf`));
    expect(text.replace(/\s+/g, ' ')).toMatch(/Đorđević- ?Østergård/);
  });
});

describe('an academy’s look', () => {
  const set = async (name: string, value: object | null): Promise<void> => {
    await school.sql(
      `insert into platform.setting (name, value) values ($1, $2) on conflict (name) do update
       set value = excluded.value, revision = nextval('platform.setting_revision')`,
      [name, value === null ? null : JSON.stringify(value)],
    );
    await new Promise((resolve) => setTimeout(resolve, 1_100)); // every process follows within a second
  };
  const setLogo = async (type: string, bytes: Buffer): Promise<void> => {
    const id = school.runtime.ids.next();
    await school.sql(`insert into platform.brand_logo (id, type, bytes) values ($1, $2, $3)`, [id, type, bytes]);
    await set('logo', { id, type });
  };
  afterAll(async () => {
    await set('logo', null);
    await set('color', null);
  });

  it('shows in colour and logo, whose picture every certificate takes as it is', async () => {
    const plain = await fetched(holder, '?language=es');
    expect(imagesOf(plain)).toEqual([]);
    expect(paints(plain, '#7a1f5c')).toBe(false);
    await set('color', { value: '#7a1f5c', palette: Array.from({ length: 10 }, () => '#7a1f5c') });
    await setLogo(
      'image/svg+xml',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 0h90v30z"/><text y="20">A</text></svg>'),
    );
    const drawn = await fetched(holder, '?language=es');
    expect(paints(drawn, '#7a1f5c')).toBe(true);
    expect(paints(drawn, '#14284b')).toBe(false);
    const [picture, ...others] = imagesOf(drawn);
    expect([picture!.width / picture!.height, others]).toEqual([expect.closeTo(3, 1), []]);
    const { tags, text } = await readPdf(drawn);
    expect(tags[0]).toMatch(/^Figure: /);
    expect(text).toContain('José Luís');
    const french = imagesOf(await fetched(holder, '?language=fr'));
    expect(french[0]!.bytes.equals(picture!.bytes)).toBe(true);
    expect(scanned(drawn)).toBe(`${publicUrl}/v/${made.id}`);
  });

  it('takes a picture with see-through parts, and does without one that cannot be drawn', async () => {
    await setLogo('image/png', aPicture(400, 100));
    expect(imagesOf(await fetched(holder, '?language=en'))).toMatchObject([{ width: 768, height: 192 }]);
    await setLogo('image/png', Buffer.concat([aPicture(64, 64).subarray(0, 60), Buffer.alloc(20)]));
    expect(imagesOf(await fetched(holder, '?language=en'))).toEqual([]);
  });
});

describe('a certificate that was drawn', () => {
  it('is kept, and drawn anew when the name changes, without a trace of the old one', async () => {
    const first = await fetched(holder, '?language=en');
    const before = (await kept()).filter((key) => key.includes('/en-'));
    expect(before).toHaveLength(1);
    expect((await fetched(holder, '?language=en')).equals(first)).toBe(true);
    await school.sql(`update testing.identity_pub_person set family_name = 'Gonçalves' where id = $1`, [made.person.id]);
    const second = await readPdf(await fetched(holder, '?language=en'));
    expect(second.text).not.toContain('Peña');
    const after = (await kept()).filter((key) => key.includes('/en-'));
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
    await school.sql(`update testing.identity_pub_person set family_name = 'Gonçalves-Peña' where id = $1`, [made.person.id]);
  });

  it('is removed when its credential is revoked, in every language, even while it is drawn', async () => {
    const gone = await anIssuedCredential(school);
    const path = `/api/accreditation/credentials/${gone.id}/certificate.pdf`;
    const registrar = school.as(anActor({ roles: ['registrar'] }));
    await fetched(registrar, '?language=es', path);
    await fetched(registrar, '?language=fr', path);
    expect(await kept(gone.id)).toHaveLength(2);
    const drawing = registrar.get(`${path}?language=pt`).whatever();
    await registrar.post(`/api/accreditation/credentials/${gone.id}/revocation`, { reason: 'error' }).expect(200);
    await school.settle();
    expect([200, 409]).toContain((await drawing).status);
    expect(await kept(gone.id)).toEqual([]);
    await registrar.get(path).expectProblem(409, 'credential.revoked');
    expect(await kept(gone.id)).toEqual([]);
    expect(await kept()).not.toEqual([]);
  });

  it('does not fail when the store does', async () => {
    const objects = path.join(school.runtime.settings.dataFolder, 'objects');
    rmSync(objects, { recursive: true });
    writeFileSync(objects, 'no folder any more');
    expect((await fetched(holder, '?language=es')).subarray(0, 5).toString()).toBe('%PDF-');
  });
});

it('is in a table of a person’s own, with where to check it', async () => {
  const { text } = await holder.with({ 'accept-language': 'es' }).get('/api/accreditation/me/credentials.csv').expect(200);
  const [heading, line, ...others] = text.trim().split('\r\n');
  expect(heading).toContain('Curso,Horas,Estado');
  expect(line).toContain(`expedido,`);
  expect(line).toContain(`${publicUrl}/v/${made.id}`);
  expect(others).toEqual([]);
});

describe('who may have a certificate', () => {
  it.each<[string, () => Client]>([
    ['a registrar', () => school.as(anActor({ roles: ['registrar'] }))],
    ['an administrator', () => school.as(anActor({ roles: ['administrator'] }))],
    [
      'the registrar of the university whose course it is',
      () => school.as(anActor({ grants: [{ role: 'registrar', scope: { kind: 'university', id: university } }] })),
    ],
  ])('besides the holder: %s', async (_, client) => {
    await fetched(client());
  });

  it.each<[string, () => Client]>([
    ['another officer', () => school.as(anActor())],
    ['an instructor', () => school.as(anActor({ roles: ['instructor'] }))],
    ['a training administrator', () => school.as(anActor({ roles: ['training-administrator'] }))],
    [
      'a registrar of another university',
      () => school.as(anActor({ grants: [{ role: 'registrar', scope: { kind: 'university', id: randomUUID() } }] })),
    ],
  ])('not %s', async (_, client) => {
    await client().get(certificate).expectProblem(404, 'credential.unknown');
  });

  it('nobody without signing in, and nobody once it is revoked or its holder has no name', async () => {
    await school.visitor().get(certificate).expectProblem(401, 'not-signed-in');
    const nameless = await anIssuedCredential(school, { person: aPerson({ given_name: '', family_name: '' }) });
    const registrar = school.as(anActor({ roles: ['registrar'] }));
    await registrar.get(`/api/accreditation/credentials/${nameless.id}/certificate.pdf`).expectProblem(409, 'credential.holder-unknown');
    await registrar.post(`/api/accreditation/credentials/${nameless.id}/revocation`, { reason: 'error' }).expect(200);
    await registrar.get(`/api/accreditation/credentials/${nameless.id}/certificate.pdf`).expectProblem(409, 'credential.revoked');
  });
});
