import { holds, holdsEverywhere, type Actor } from '@aula/contracts';

/** Authors look at their own packages; whoever reviews or administers looks at all. */
export const mayPreview = (actor: Actor | undefined, subject?: { ownerId: string }): boolean => {
  if (!actor || !holds(actor, 'instructor', 'administrator', 'reviewer', 'registrar', 'coordinator')) return false;
  if (!subject || subject.ownerId === actor.personId) return true;
  return holdsEverywhere(actor, 'instructor', 'administrator', 'reviewer', 'registrar', 'coordinator');
};

const signedIn = (actor: Actor | undefined): boolean => actor !== undefined;
const anyone = (): boolean => true;

/** Rights of launches. On the content origin nobody is signed in: what a request may do there is said by its code, token or cookie. */
export const attemptPolicy = {
  'attempt.launch': signedIn,
  'package.preview': mayPreview,
  'runtime.use': anyone,
};
