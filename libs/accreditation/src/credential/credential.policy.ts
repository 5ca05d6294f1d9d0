import { holds, holdsEverywhere, holdsOver, reach, type Actor } from '@aula/contracts';

/** A credential as rights see it: its holder, the holder's institution and the course's, each with what is above it. */
export interface CredentialSubject {
  readonly personId: string;
  readonly personPath: readonly string[];
  readonly coursePath: readonly string[];
}

const universitiesOf = (actor: Actor): string[] =>
  actor.grants.flatMap(({ role, scope }) => (role === 'registrar' && scope.kind === 'university' && scope.id !== null ? [scope.id] : []));

/** Registrars over everything, or of the university whose course it is; platform administrators. */
const keepsRegister = (actor: Actor, { coursePath }: CredentialSubject): boolean =>
  holdsEverywhere(actor, 'registrar', 'administrator') || universitiesOf(actor).some((university) => coursePath.includes(university));

/** The holder; who keeps the register; who administers training in the holder's branch. */
export const maySee = (actor: Actor, credential: CredentialSubject): boolean =>
  actor.personId === credential.personId ||
  keepsRegister(actor, credential) ||
  holdsOver(actor, credential.personPath, 'training-administrator', 'administrator');

/** The certificate bears the holder's name, so it is for the holder and for who keeps the register. */
export const mayTakeCertificate = (actor: Actor | undefined, credential?: CredentialSubject): boolean =>
  actor !== undefined && (!credential || actor.personId === credential.personId || keepsRegister(actor, credential));

export const mayRevoke = (actor: Actor | undefined, credential?: CredentialSubject): boolean =>
  actor !== undefined && holds(actor, 'registrar', 'administrator') && (!credential || keepsRegister(actor, credential));

/** For SQL: whose credentials the actor sees besides the own ones. The same rule as `maySee`. */
export const seenBy = (actor: Actor): { everything: boolean; branches: string[]; universities: string[] } => {
  const branches = reach(actor, 'training-administrator', 'administrator');
  return {
    everything: branches === 'everything' || holdsEverywhere(actor, 'registrar'),
    branches: branches === 'everything' ? [] : branches,
    universities: universitiesOf(actor),
  };
};

const anyone = (): boolean => true;
const signedIn = (actor: Actor | undefined): boolean => actor !== undefined;

/** Rights over credentials. The signed document has no personal data and is for everybody who has its random id. */
export const credentialPolicy = {
  'credential.list': signedIn,
  'credential.read': anyone,
  'credential.certificate': mayTakeCertificate,
  'credential.revoke': mayRevoke,
};
