import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** What the package is made as: one part in either standard, or two that sequencing puts one after the other. */
export const makes = ['1.2', '2004', 'sequenced'] as const;
export type Make = (typeof makes)[number];

/** The items of a package, in order. */
export const partsOf = (make: Make): readonly string[] => (make === 'sequenced' ? ['one', 'two'] : ['one']);

/** What the content is to do until it has done it: `steps`, one every `pace` ms; each has a place of its own, `<name>-<number>`. */
export interface Work {
  name: string;
  from: number;
  steps: number;
  pace: number;
  seed: number;
  /** What it sets its status to with its last step. */
  status?: 'completed' | 'incomplete';
}

/** What the content says to its tester. Values are told as {@link markOf} them. */
export type Word =
  | { kind: 'opened'; part: string; entry: string; location: string; suspendData: string }
  /** Every call of the step was answered with "true": `wrote` holds element and value. */
  | { kind: 'step'; part: string; place: string; wrote: (readonly [element: string, value: string])[] }
  /** The player shows that everything up to the last step is on this device, or in the academy. */
  | { kind: 'kept'; where: 'device' | 'academy' }
  | { kind: 'refused'; call: string; error: string };

/** A value as it is told: long ones by length and hash (FNV-1a), so that telling costs nothing. */
export const markOf = (value: string): string => {
  if (value.length <= 64) return value;
  let hash = 0x811c9dc5;
  for (let at = 0; at < value.length; at++) hash = Math.imul(hash ^ value.charCodeAt(at), 0x01000193) >>> 0;
  return `${value.slice(0, value.indexOf('|'))}|${value.length}:${hash}`;
};

/** A package whose pages write by order of a test, as `window.work(…)`, and tell what the API answered, through `window.said`. */
export const driverPackage = (make: Make): Promise<Buffer> => {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(manifest(make)), 'imsmanifest.xml');
  for (const part of partsOf(make)) zip.addBuffer(Buffer.from(page(make, part)), `${part}.html`);
  zip.end();
  return buffer(zip.outputStream);
};

const namespaces = {
  '1.2': `xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"`,
  '2004': `xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss"`,
};
const flow = `<imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>`;
const byContent = `<imsss:sequencing><imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/></imsss:sequencing>`;

const manifest = (make: Make): string => {
  const version = make === '1.2' ? '1.2' : '2004';
  const [flows, own] = make === 'sequenced' ? [flow, byContent] : ['', ''];
  const items = partsOf(make).map((part) => `<item identifier="${part}" identifierref="r-${part}"><title>${part}</title>${own}</item>`);
  const type = version === '1.2' ? 'scormtype' : 'scormType';
  const resources = partsOf(make).map(
    (part) =>
      `<resource identifier="r-${part}" type="webcontent" adlcp:${type}="sco" href="${part}.html"><file href="${part}.html"/></resource>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><manifest identifier="driver-${make}" version="1" ${namespaces[version]}>
    <metadata><schema>ADL SCORM</schema><schemaversion>${version === '1.2' ? '1.2' : '2004 4th Edition'}</schemaversion></metadata>
    <organizations default="o"><organization identifier="o"><title>${make}</title>${items.join('')}${flows}</organization></organizations>
    <resources>${resources.join('')}</resources></manifest>`;
};

const page = (make: Make, part: string): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>${part}</title>
<h1>${part}</h1><p id="place"></p><script>
const markOf = ${markOf.toString()};
(${inThePage.toString()})(${JSON.stringify(make)}, ${JSON.stringify(part)});
</script></html>`;

/** Written here so that it is read and checked as code; runs in the page alone. */
const inThePage = (make: Make, part: string): void => {
  type Api = Record<string, (...parameters: string[]) => string>;
  type Place = { API?: Api; API_1484_11?: Api; parent: Place; document: { querySelector(selector: string): (Shown & object) | null } };
  type Shown = { dataset: Record<string, string>; textContent: string };
  type Page = Place & { said?: (word: Word) => void; work?: (work: Work) => void; leave?: (request: string) => void };
  type Observer = new (callback: () => void) => { observe(target: object, options: object): void };
  const page = globalThis as unknown as Page & { addEventListener(event: string, listener: () => void): void };
  const { MutationObserver } = globalThis as unknown as { MutationObserver: Observer };
  const old = make === '1.2';
  const shell = page.parent;
  const api = (old ? shell.API : shell.API_1484_11)!;
  const call = (name: string, ...parameters: string[]): string =>
    api[old ? `LMS${name === 'Terminate' ? 'Finish' : name}` : name]!(...parameters);
  const names = old
    ? {
        location: 'cmi.core.lesson_location',
        status: 'cmi.core.lesson_status',
        score: 'cmi.core.score.raw',
        entry: 'cmi.core.entry',
        exit: 'cmi.core.exit',
      }
    : { location: 'cmi.location', status: 'cmi.completion_status', score: 'cmi.score.raw', entry: 'cmi.entry', exit: 'cmi.exit' };
  const say = (word: Word): void => page.said?.(word);
  const put = (element: string, value: string): readonly [string, string] => {
    if (call('SetValue', element, value) !== 'true') say({ kind: 'refused', call: `SetValue ${element}`, error: call('GetLastError') });
    return [element, markOf(value)];
  };
  let state = 0;
  const chance = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const filler = 'Lección ñandú 🚓 '.repeat(4_000);
  const suspended = (place: string): string => {
    const length = chance() < 0.08 ? 60_000 : chance() < 0.5 ? 3_000 : 20;
    const start = chance() < 0.5 ? 0 : Math.floor(chance() * 300);
    return `${place}|${filler.slice(start, start + length).replaceAll(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')}`; // no half of a pair
  };
  const answer = (place: string): (readonly [string, string])[] => {
    const question = `cmi.interactions.${call('GetValue', 'cmi.interactions._count')}`;
    return [
      put(`${question}.id`, old ? `q${place}` : `urn:question:${place}`),
      put(`${question}.type`, 'fill-in'),
      put(`${question}.${old ? 'student' : 'learner'}_response`, `a${place}`),
      put(`${question}.result`, chance() < 0.5 ? 'correct' : old ? 'wrong' : 'incorrect'),
    ];
  };
  const step = (place: string, status: string | undefined): void => {
    const wrote = [put(names.location, place), put('cmi.suspend_data', suspended(place))];
    if (chance() < 0.3) wrote.push(...answer(place));
    if (chance() < 0.2) wrote.push(put(names.score, String(Math.floor(chance() * 100))));
    if (status) wrote.push(put(names.status, status));
    if (chance() < 0.3) call('Commit', '');
    page.document.querySelector('#place')!.textContent = place;
    say({ kind: 'step', part, place, wrote });
  };
  page.work = ({ name, from, steps, pace, seed, status }) => {
    state = seed;
    let at = from;
    const turn = (): void => {
      step(`${name}-${at}`, at === from + steps - 1 ? status : undefined);
      if (++at < from + steps) setTimeout(turn, pace);
    };
    turn();
  };
  page.leave = (request) => {
    if (call('SetValue', 'adl.nav.request', request) === 'true') call('Terminate', '');
  };
  call('Initialize', '');
  const read = (element: string): string => markOf(call('GetValue', element));
  say({ kind: 'opened', part, entry: read(names.entry), location: read(names.location), suspendData: read('cmi.suspend_data') });
  const save = shell.document.querySelector('.save')!;
  new MutationObserver(() => {
    const { saveState = '' } = save.dataset;
    if (saveState === 'saved') say({ kind: 'kept', where: 'academy' });
    else if (saveState === 'device' || saveState === 'offline') say({ kind: 'kept', where: 'device' });
  }).observe(save, { attributes: true, attributeFilter: ['data-save-state'] });
  page.addEventListener('unload', () => {
    call('SetValue', names.exit, 'suspend');
    call('Terminate', '');
  });
};
