import type { Language } from '../text.js';
import type { PackageFindingCode } from '../findings.js';

/** Where in a tool's menus something is mended; the words are those of its English interface. */
interface Menus {
  export: string;
  alternatives: string;
  links: string;
  media: string;
  captions: string;
  /** Of fields and frames. */
  names: string;
}
const tools: Readonly<Record<string, Menus>> = {
  'Articulate Storyline': {
    export: 'Publish › LMS/LXP › SCORM 1.2 / 2004 › Publish › Zip',
    alternatives: 'right-click the picture › Accessibility › Alternative text',
    links: 'Insert › Video/Web object › from file; triggers “Jump to URL” with https:',
    media: 'Publish › Quality › Custom',
    captions: 'select the media › Options › Closed captions › Add captions',
    names: 'right-click the entry field or web object › Accessibility › Alternative text',
  },
  'Articulate Rise': {
    export: 'Publish › LMS › SCORM 1.2 / 2004 › Export',
    alternatives: 'block › Edit › image › Alt text',
    links: 'block › Edit › upload the file in place of an address',
    media: 'Publish › Quality; Settings › Compress media',
    captions: 'block › Edit › media › Closed captions (.vtt)',
    names: 'block › Edit › write the question above the field; embed › Title',
  },
  'Adobe Captivate': {
    export: 'Publish › Publish to devices › SCORM, “Zip files”',
    alternatives: 'Properties › object menu › Accessibility › Accessibility text',
    links: 'Actions › Open URL with https:; Media › Import',
    media: 'Preferences › Publish settings; Project › SWF/HTML5 size and quality',
    captions: 'Properties › Video › Edit video timing › Closed captioning',
    names: 'Properties › object menu › Accessibility › Accessibility name',
  },
  iSpring: {
    export: 'Publish › LMS › SCORM 1.2 / 2004 › Zip',
    alternatives: 'PowerPoint: picture › Edit alt text',
    links: 'PowerPoint: Insert › Link with https:; Web object › local file',
    media: 'Publish › Advanced › Compression',
    captions: 'Manage narration › Closed captions › Import',
    names: 'QuizMaker: write the question above the field; Web object › Title',
  },
  Lectora: {
    export: 'Home › Publish › SCORM/AICC/xAPI › Zip',
    alternatives: 'Properties › Image › Description (ALT)',
    links: 'Actions › Go to web address with https:; Add › from file',
    media: 'Tools › Resource optimizer',
    captions: 'Properties › Video or Audio › Captions (.vtt)',
    names: 'Properties › Field or Web window › Label, Title',
  },
  eXeLearning: {
    export: 'File › Export › Educational standard › SCORM 1.2 / 2004',
    alternatives: 'edit the iDevice › image › Alternative text',
    links: 'edit the iDevice › link with https:, or attach the file',
    media: 'Tools › optimise images before they are inserted',
    captions: 'edit the iDevice › media › Subtitles (.vtt)',
    names: 'edit the iDevice › HTML source: label for each field, title for each iframe',
  },
  H5P: {
    export: 'Lumi: File › Export › SCORM 1.2',
    alternatives: 'edit › image › Alternative text',
    links: 'edit › upload the file in place of an address',
    media: 'upload smaller images and videos',
    captions: 'edit › Interactive video › Text tracks (.vtt)',
    names: 'edit › write the question above the field; Iframe embedder › Title',
  },
  Adapt: {
    export: 'Adapt authoring tool: Publish › SCORM',
    alternatives: 'component › graphic › Alternative text',
    links: 'component › upload an asset in place of an address',
    media: 'upload smaller assets',
    captions: 'Media component › Closed captions; Transcript',
    names: 'component › Accessibility › ARIA label',
  },
};

/** No tool has a menu for it: the line is in its template. */
const zoom = 'newest version, then export again; or take user-scalable=no and maximum-scale out of the page';

const alternatives: readonly string[] = ['image-without-alternative', 'page-without-language', 'page-without-title'];
const links: readonly string[] = ['content-insecure', 'content-external', 'href-external'];
const names: readonly string[] = ['frame-without-title', 'field-without-label'];
const media: readonly string[] = ['first-page-heavy', 'archive-too-large', 'archive-expands-too-large', 'archive-file-too-large'];
/** Worth knowing; there is nothing to mend. */
const nothing: readonly string[] = ['findings-truncated', 'manifest-several', 'organization-several', 'package-also-xapi'];

const kinds: readonly [keyof Menus, readonly string[]][] = [
  ['alternatives', alternatives],
  ['links', links],
  ['media', media],
  ['captions', ['media-without-captions']],
  ['names', names],
];

const menuFor = (code: string): keyof Menus => kinds.find(([, codes]) => codes.includes(code))?.[0] ?? 'export';

const within: Readonly<Record<Language, (tool: string, menu: string) => string>> = {
  es: (tool, menu) => `En ${tool}: ${menu}.`,
  pt: (tool, menu) => `No ${tool}: ${menu}.`,
  en: (tool, menu) => `In ${tool}: ${menu}.`,
  fr: (tool, menu) => `Dans ${tool} : ${menu}.`,
};

/** How a finding is mended in the tool that made the package, or, where that is not known, in each of the usual ones. */
export const mendingOf = (code: PackageFindingCode, language: Language, tool: string | null): string[] => {
  if (nothing.includes(code)) return [];
  const known = tool !== null && tools[tool] ? [tool] : Object.keys(tools);
  return known.map((name) => within[language](name, code === 'zoom-blocked' ? zoom : tools[name]![menuFor(code)]));
};
