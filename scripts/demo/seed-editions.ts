import type { AcademyClient } from './academy-client.ts';
import { editions, type DemoEdition, type Who } from './editions.ts';
import { accounts } from './people/accounts.ts';

interface Known {
  id: string;
  title: string;
  state: 'planned' | 'open' | 'closed';
}
interface Page<T> {
  items: T[];
  next: string | null;
}
/** Whom a list may name. */
interface Candidate {
  id: string;
  email: string;
  country: string | null;
}

const emails: ReadonlySet<string> = new Set(accounts.map(({ email }) => email));

/** Opens the editions of the courses and enrolls their people, as the training administrator. `versions`: course code → its version. */
export async function seedEditions(training: AcademyClient, versions: ReadonlyMap<string, string>): Promise<void> {
  const { items: known } = await training.get<Page<Known>>('/api/enrollment/editions?limit=200');
  const people = await everyone(training);
  for (const edition of editions) {
    const there = known.find(({ title }) => title === edition.title);
    if (there?.state === 'closed') continue;
    const id = there?.id ?? (await open(training, edition, versions.get(edition.course)!));
    const whom = await requestOf(training, edition.who, people);
    const { batchId } = await training.post<{ batchId: string }>(`/api/enrollment/editions/${id}/enrollments`, whom);
    await training.settled(`/api/enrollment/enrollment-batches/${batchId}`, ['done'], ['failed']);
  }
}

async function open(training: AcademyClient, edition: DemoEdition, courseVersionId: string): Promise<string> {
  const { title, mode, timeZone, capacity, opens, closes } = edition;
  const now = Date.now();
  const inDays = (days: number): string => new Date(now + days * 86_400_000).toISOString();
  const wish = {
    courseVersionId,
    title,
    mode,
    timeZone,
    opensAt: inDays(opens),
    closesAt: inDays(closes),
    ...(capacity ? { capacity } : {}),
  };
  return (await training.post<{ id: string }>('/api/enrollment/editions', wish)).id;
}

async function everyone(training: AcademyClient): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (let next: string | null = ''; next !== null;) {
    const page: Page<Candidate> = await training.get(`/api/identity/people?limit=200${next && `&cursor=${encodeURIComponent(next)}`}`);
    found.push(...page.items);
    next = page.next;
  }
  return found.toSorted((a, b) => (a.email < b.email ? -1 : 1));
}

async function requestOf(training: AcademyClient, who: Who, people: readonly Candidate[]): Promise<object> {
  if ('everyone' in who) return who;
  if ('institution' in who) {
    const { items } = await training.get<Page<{ id: string; code: string }>>(`/api/identity/institutions?q=${who.institution}`);
    return { institutionId: items.find(({ code }) => code === who.institution)!.id };
  }
  const { countries, each = 1 } = who;
  const colleagues = people.filter(
    ({ email, country }) => !emails.has(email) && (countries === 'all' || countries.includes(country ?? '')),
  );
  // the accounts with which people look around take part wherever a list is made
  const chosen = [...people.filter(({ email }) => emails.has(email)), ...colleagues.filter((_, index) => index % each === 0)];
  return { personIds: chosen.map(({ id }) => id) };
}
