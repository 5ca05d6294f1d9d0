import type { BrowserContext } from 'playwright-core';
import type { Word } from './driver.ts';

export type Step = Extract<Word, { kind: 'step' }>;
type Opened = Extract<Word, { kind: 'opened' }>;

/** What a visit's calls must have survived: being answered, the device's word for it, or the academy's, because the device is lost. */
type Trust = 'answered' | 'device' | 'academy';

/** One load of the player, which is one lease: what its content was told about its calls. */
export class Visit {
  readonly steps: Step[] = [];
  /** Steps that the player showed as saved on the device, and in the academy. */
  private readonly shown = { device: 0, academy: 0 };
  trust: Trust = 'answered';
  /** Another visit took over: so many steps were to be seen by it. */
  superseded: number | null = null;
  /** Its page is still there. */
  open = true;

  constructor(
    readonly name: string,
    public context: BrowserContext,
  ) {}

  kept(where: 'device' | 'academy'): void {
    this.shown.device = this.steps.length;
    if (where === 'academy') this.shown.academy = this.steps.length;
  }

  /** How many steps must be on record or set aside. */
  get due(): number {
    return this.trust === 'answered' ? this.steps.length : this.shown[this.trust];
  }

  /** How many steps the next visit must know of. */
  get lasting(): number {
    return Math.min(this.superseded ?? this.due, this.due);
  }

  get inAcademy(): number {
    return this.shown.academy;
  }

  get onDevice(): number {
    return this.shown.device;
  }
}

/** What the content was told over all visits of one attempt, and what that obliges to. */
export class Ledger {
  readonly visits: Visit[] = [];
  readonly faults: string[] = [];

  /** A window of `context` is about to load the player. */
  visit(context: BrowserContext): Visit {
    this.taken(context);
    const visit = new Visit(`v${this.visits.length + 1}`, context);
    this.visits.push(visit);
    return visit;
  }

  /** Steps tell by their place which visit they are of: a late word of a page that is gone counts where it belongs. */
  step(step: Step): void {
    const visit = this.visits.find(({ name }) => name === step.place.split('-')[0]);
    if (visit) visit.steps.push(step);
    else this.faults.push(`nobody made ${step.place}`);
  }

  /** A visit begins, or goes on with its next part: the content must find what it last had. */
  opened(visit: Visit, { part, entry, location, suspendData }: Opened): void {
    const before = this.visits.slice(0, this.visits.indexOf(visit));
    const last = before.flatMap((each) => each.steps.slice(0, each.lasting)).at(-1);
    if (last && last.part > part) this.faults.push(`${visit.name} opened ${part} though ${last.place} was in ${last.part}`);
    const owed = [...before, visit].flatMap((each) => each.steps.slice(0, each.lasting)).findLast((step) => step.part === part);
    if (!owed) return;
    if (entry !== 'resume') this.faults.push(`${visit.name} began ${part} with entry "${entry}" after ${owed.place}`);
    this.notBehind(visit, 'location', location, owed.place);
    this.notBehind(visit, 'suspend data', suspendData.split('|')[0] ?? '', owed.place);
    const known = this.visits.flatMap(({ steps }) => steps).find(({ place }) => suspendData.startsWith(`${place}|`));
    const written = known?.wrote.find(([element]) => element === 'cmi.suspend_data')?.[1];
    if (written !== undefined && written !== suspendData) this.faults.push(`${visit.name} found ${suspendData}, not ${written}`);
  }

  /** Another device, or another tab, takes the attempt: what was made by now counts for it as far as it can know. */
  private taken(context: BrowserContext): void {
    for (const visit of this.visits.filter(({ superseded }) => superseded === null)) {
      if (visit.context !== context) visit.superseded = visit.inAcademy;
      else if (visit.open) visit.superseded = visit.onDevice;
    }
  }

  /** The browser died: its profile keeps what the device had promised; the other contexts lived in its memory. */
  killed(context: BrowserContext, revived: BrowserContext): void {
    for (const visit of this.visits) {
      visit.open = false;
      visit.trust = visit.context === context ? 'device' : 'academy';
      if (visit.context === context) visit.context = revived;
    }
  }

  private notBehind(visit: Visit, what: string, found: string, owed: string): void {
    const [foundVisit = 0, foundStep = 0] = numbersOf(found);
    const [owedVisit = 0, owedStep = 0] = numbersOf(owed);
    const behind = foundVisit < owedVisit || (foundVisit === owedVisit && foundStep < owedStep);
    if (behind) this.faults.push(`${visit.name} found ${what} of ${found || 'nothing'}, not of ${owed}`);
  }
}

const numbersOf = (place: string): number[] => (/^v(\d+)-(\d+)$/.exec(place) ?? []).slice(1).map(Number);
