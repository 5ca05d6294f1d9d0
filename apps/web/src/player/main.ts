import type { RuntimeLaunched } from '@aula/contracts';
import { foundKept, launched, opened, rememberTakeOver } from './boot.js';
import { CommitLoop } from './commit-loop.js';
import { Course } from './course.js';
import { ask } from './dialog.js';
import { element } from './dom.js';
import { FreePath } from './free-path.js';
import type { Draft, Journal } from './journal.js';
import { Keeping } from './keeping.js';
import { isKept, type Kept, type KeptCourse } from './opening.js';
import { SequencedPath, type Path } from './path.js';
import { Player } from './player.js';
import './player.css';
import './contents.css';
import './dialog.css';
import { Presence } from './presence.js';
import { Refusal, Runtime } from './protocol.js';
import { recorder, unrecorded, type Recorder } from './recorder.js';
import { saveState } from './save-state.js';
import { loadApi } from './load-api.js';
import type { CreateApi } from './scorm-api.js';
import { launchCode, launchMemory } from './session.js';
import { Shell } from './shell.js';
import { surroundings } from './surroundings.js';
import { timesOf, type Times } from './times.js';
import { browserLanguage, filled, texts as allTexts, type Texts } from './texts.js';

const leavePatience = 8_000;
const memory = launchMemory(sessionStorage, localStorage);
const beacon =
  'keepalive' in Request.prototype
    ? null
    : (url: string, body: string) => navigator.sendBeacon(url, new Blob([body], { type: 'application/json' }));
const send = (input: string, init: RequestInit): Promise<Response> => fetch(input, init);

const language = browserLanguage(navigator.languages);
let texts = allTexts[language];
let player: Player | null = null;
let kept: Kept | null = null;
const shell = new Shell(texts, (control) => void player?.press(control));

/** Leads back to the academy; without an address there is nowhere to lead. */
const goBack = (): void => {
  const home = memory.home();
  memory.forget();
  if (home !== null) location.assign(home);
};

const run = async (): Promise<void> => {
  shell.speak(language, texts, 'Aula');
  shell.page(null, texts.loading);
  kept = await foundKept();
  const given = await launched(new Runtime(send), memory, launchCode(location, history), kept);
  if (!given) return failed(texts.codeTitle, texts.codeText);
  texts = allTexts[given.language];
  const times = timesOf(given.language, given.timeZone);
  shell.speak(given.language, texts, given.title);
  shell.tellTimes(times, given.mode === 'normal' ? (given.closesAt ?? null) : null); // a course kept by an earlier release says neither
  await play(given, texts, times);
};

const play = async (given: RuntimeLaunched, words: Texts, times: Times): Promise<void> => {
  const runtime = new Runtime(send, given.token, beacon);
  const opening = await opened({ shell, texts: words, times, runtime, launched: given, kept, goBack, onLost: () => void freeze(words) });
  if (!opening) return;
  const { leased, journal } = opening;
  const course = new Course(leased);
  const apis = await apisFor(course, leased.bothApis);
  const loop = journal && new CommitLoop(journal, leased.epoch, (commit, leaving) => runtime.commit(commit, leaving), surroundings);
  const notes = journal && loop ? recorder(course, journal, loop) : unrecorded(course);
  const now = (): number => Date.now();
  player = new Player({
    shell,
    texts: words,
    course,
    path: pathThrough(course, leased.current, (draft) => notes.record({ ...draft, t: now() })),
    recorder: notes,
    apis,
    now,
    leave: (suspend) => void leave(notes, words, suspend),
  });
  watch(notes, journal, loop, words, given.mode === 'review' ? 'review' : 'unrecorded');
  if (loop) attend(runtime, loop, leased.epoch);
  player.start();
  if (kept && journal) new Keeping({ kept, launched: given, runtime, course, journal, shell, texts: words });
};

/** The way through the course: by its sequencing, or freely. */
const pathThrough = (course: Course, first: string | null, record: (draft: Omit<Draft, 't'>) => void): Path =>
  course.sequencing
    ? new SequencedPath(course.sequencing, (element, value) =>
        record({ kind: 'nav', scoId: course.sequencing?.view.current?.id ?? '', element, value }),
      )
    : new FreePath(course.items, first, (item) => course.status(item));

const apisFor = (course: Course, both: boolean): Promise<{ version: Course['version']; create: CreateApi }[]> => {
  const other = course.version === '1.2' ? '2004' : '1.2';
  const versions = both ? ([course.version, other] as const) : ([course.version] as const);
  return Promise.all(versions.map(async (version) => ({ version, create: await loadApi(version) })));
};

/** Keeps the words about saving true, and hands over what is left when the page goes. */
const watch = (
  notes: Recorder,
  journal: Journal | null,
  loop: CommitLoop | null,
  words: Texts,
  unrecordedWord: 'unrecorded' | 'review',
): void => {
  const tell = (): void => {
    const [waiting, undurable, aside] = [journal?.waiting().count ?? 0, journal?.undurable() ?? 0, journal?.aside ?? 0];
    const facts = { waiting, undurable, aside, keeps: journal?.keeps ?? true };
    shell.tell(saveState({ ...facts, loop: loop?.state ?? null, records: notes.route !== null }), unrecordedWord);
    if (loop?.state.ended === 'taken-over' && isKept(kept)) void loseLease(kept);
    if (loop?.state.ended === 'taken-over' || loop?.state.ended === 'gap') void freeze(words);
  };
  journal?.onChange(tell);
  loop?.onChange(tell);
  tell();
  window.addEventListener('pagehide', () => {
    player?.drop();
    loop?.leave();
  });
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? loop?.leave() : loop?.kick()));
  window.addEventListener('online', () => loop?.kick());
};

/** Keeps the course held here while the learner is at it, and hears soon when it goes on elsewhere. */
const attend = (runtime: Runtime, loop: CommitLoop, epoch: number): void => {
  const isSeen = (): boolean => document.visibilityState === 'visible' && navigator.onLine;
  const presence = new Presence(epoch, loop, (said) => runtime.stay(said), isSeen, surroundings);
  document.addEventListener('visibilitychange', () => isSeen() && presence.shown());
  window.addEventListener('online', () => presence.shown());
};

/** A newer lease is elsewhere: this one is not gone on with, also without a line. */
const loseLease = async (course: KeptCourse): Promise<void> => {
  if (course.start.lost) return;
  course.start = { ...course.start, lost: true };
  await course.store.put(course.start);
};

let frozen = false;
const freeze = async (words: Texts): Promise<void> => {
  if (frozen) return;
  frozen = true;
  await player?.stop();
  const here = (): void => {
    rememberTakeOver();
    location.reload();
  };
  shell.page(
    words.frozenTitle,
    isKept(kept) && kept.start.lost ? words.asideText : words.frozenText,
    element('button', { type: 'button', class: 'primary', 'data-choice': 'here', onclick: here }, words.continueHere),
    element('button', { type: 'button', 'data-choice': 'back', onclick: goBack }, words.back),
  );
};

/** Back to the academy once everything has arrived there; otherwise the learner is told what is where, and decides. */
const leave = async (notes: Recorder, words: Texts, suspend: boolean): Promise<void> => {
  const { route } = notes;
  shell.stop();
  shell.page(null, words.leaving);
  if (!route) return goBack();
  await route.journal.settled();
  const away = isKept(kept) && route.loop.state.failures > 0;
  if (await route.loop.drained(away ? 0 : leavePatience)) return goBack();
  if (frozen) return;
  if (isKept(kept) && route.loop.state.ended === null && route.journal.undurable() === 0) return stayAway(route, words);
  const lost = route.journal.undurable();
  const text = lost > 0 ? filled(words.leaveLost, lost) : filled(words.leaveText, route.journal.waiting().count);
  const choice = await ask(words.leaveTitle, text, [
    { value: 'again', label: words.tryAgain, primary: true },
    { value: 'leave', label: words.leaveAnyway },
    { value: 'stay', label: words.stay },
  ]);
  if (choice === 'leave') return goBack();
  if (choice === 'again') return leave(notes, words, suspend);
  player?.resume();
};

/** Without a line there is no academy to go back to: the learner hears where the work is, and that it may stay there. */
const stayAway = ({ journal, loop }: NonNullable<Recorder['route']>, words: Texts): void => {
  const button = (label: string, onclick: () => void): HTMLButtonElement =>
    element('button', { type: 'button', class: 'primary', onclick }, label);
  let gone = false;
  shell.notify(null); // of the part that has just ended
  const on = button(words.goOn, () => {
    gone = true;
    player?.resume();
  });
  shell.page(words.awayTitle, filled(words.awayText, journal.waiting().count), on);
  journal.onChange(() => {
    if (gone || frozen || journal.waiting().count > 0) return;
    gone = true;
    shell.page(null, words.awayDone, button(words.back, goBack));
  });
  loop.kick();
};

const failed = (title: string, text: string): void => {
  shell.stop();
  const back = element('button', { type: 'button', class: 'primary', onclick: goBack }, texts.back);
  shell.page(title, text, ...(memory.home() === null ? [] : [back]));
};

// A page out of the browser's cache holds yesterday's data: it starts again.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
run().catch((error: unknown) => {
  if (error instanceof Refusal) failed(texts.failedTitle, error.detail || texts.codeText);
  else failed(texts.lineTitle, texts.lineText);
});
