import { describe, expect, it } from '@jest/globals';
import { type FourAnswers, type FourAnswersInput, type TrustRegistry, fourAnswers, verifyJcs } from '../src/index.js';
import { aCredential, anAchievement, issuer, resolveKey } from './builders.js';

const credential = aCredential();
const achievement = anAchievement().achievement.id;
const now = new Date('2026-06-01T00:00:00Z');
const from = new Date('2026-01-01T00:00:00Z');
const issued = new Date('2026-03-01T11:00:00Z');
const accredited = { issuer, achievement, by: 'Universidad Nacional', state: 'accredited', from, until: null } as const;
const registry: TrustRegistry = { issuers: [{ did: issuer, from, until: null }], accreditations: [accredited] };

const answers = (changes: Partial<FourAnswersInput> & { readonly of?: unknown } = {}): FourAnswers => {
  const { of: given = credential, ...rest } = changes;
  const verification = verifyJcs(given, resolveKey, { issuer });
  return fourAnswers({ credential: given, verification, registry, status: 'in-force', superseded: false, now, ...rest });
};

describe('the four answers', () => {
  it('are given apart', () => {
    expect(answers()).toEqual({
      integrity: 'intact',
      issuer: 'trusted',
      accreditation: { answer: 'accredited', by: 'Universidad Nacional' },
      status: 'in-force',
    });
  });

  it('claim nothing of what was altered or cannot be checked', () => {
    const nothing = { issuer: 'unknown', accreditation: { answer: 'not-accredited', by: null }, status: 'unknown' };
    expect(answers({ of: { ...credential, validFrom: '2026-03-01T11:00:01Z' } })).toEqual({ integrity: 'altered', ...nothing });
    expect(answers({ of: { ...credential, proof: undefined } })).toEqual({ integrity: 'cannot-be-checked', ...nothing });
    expect(answers({ of: null })).toEqual({ integrity: 'cannot-be-checked', ...nothing });
  });

  it('judge trust at the date of issue', () => {
    const trusted = (span: { from: Date; until: Date | null }): string =>
      answers({ registry: { issuers: [{ did: issuer, ...span }], accreditations: [] } }).issuer;
    expect(trusted({ from: issued, until: new Date(issued.getTime() + 1) })).toBe('trusted');
    expect(trusted({ from, until: issued })).toBe('not-trusted');
    expect(trusted({ from: new Date(issued.getTime() + 1), until: null })).toBe('not-trusted');
    expect(answers({ registry: { issuers: [], accreditations: [] } })).toMatchObject({
      issuer: 'not-trusted',
      accreditation: { answer: 'not-accredited' },
    });
    expect(answers({ registry: null })).toMatchObject({ issuer: 'unknown', accreditation: { answer: 'not-accredited', by: null } });
  });

  it('tell accredited from pending and from another programme', () => {
    const of = (...accreditations: TrustRegistry['accreditations']): unknown =>
      answers({ registry: { ...registry, accreditations } }).accreditation;
    const pending = { ...accredited, by: 'Otra', state: 'pending' } as const;
    expect(of(pending)).toEqual({ answer: 'pending', by: 'Otra' });
    expect(of(pending, accredited)).toEqual({ answer: 'accredited', by: 'Universidad Nacional' });
    expect(of({ ...accredited, achievement: 'urn:uuid:another' })).toEqual({ answer: 'not-accredited', by: null });
    expect(of({ ...accredited, issuer: 'did:web:another.example' })).toEqual({ answer: 'not-accredited', by: null });
    expect(of({ ...accredited, until: issued })).toEqual({ answer: 'not-accredited', by: null });
  });

  it.each([
    ['in-force', false, 'in-force'],
    ['suspended', false, 'suspended'],
    ['revoked', true, 'revoked'],
    ['in-force', true, 'superseded'],
    ['unknown', true, 'superseded'],
    ['unknown', false, 'unknown'],
  ] as const)('say %s, superseded %p, as %s', (status, superseded, answer) => {
    expect(answers({ status, superseded }).status).toBe(answer);
  });

  it('never say in force before the credential begins', () => {
    expect(answers({ now: new Date(issued.getTime() - 1) }).status).toBe('unknown');
    expect(answers({ now: new Date(issued.getTime() - 1), status: 'revoked' }).status).toBe('revoked');
  });
});
