import type { Language } from '../text.js';
import type { PackageFindingCode } from '../findings.js';

/** Where in a tool's menus something is mended; the words are those of its English interface. */
interface Menus {
  export: string;
  alternatives: string;
  links: string;
  media: string;
}
const tools: Readonly<Record<string, Menus>> = {
  'Articulate Storyline': {
    export: 'Publish › LMS/LXP › SCORM 1.2 / 2004 › Publish › Zip',
    alternatives: 'right-click the picture › Accessibility › Alternative text',
    links: 'Insert › Video/Web object › from file; triggers “Jump to URL” with https:',
    media: 'Publish › Quality › Custom',
  },
  'Articulate Rise': {
    export: 'Publish › LMS › SCORM 1.2 / 2004 › Export',
    alternatives: 'block › Edit › image › Alt text',
    links: 'block › Edit › upload the file in place of an address',
    media: 'Publish › Quality; Settings › Compress media',
  },
  'Adobe Captivate': {
    export: 'Publish › Publish to devices › SCORM, “Zip files”',
    alternatives: 'Properties › object menu › Accessibility › Accessibility text',
    links: 'Actions › Open URL with https:; Media › Import',
    media: 'Preferences › Publish settings; Project › SWF/HTML5 size and quality',
  },
  iSpring: {
    export: 'Publish › LMS › SCORM 1.2 / 2004 › Zip',
    alternatives: 'PowerPoint: picture › Edit alt text',
    links: 'PowerPoint: Insert › Link with https:; Web object › local file',
    media: 'Publish › Advanced › Compression',
  },
  Lectora: {
    export: 'Home › Publish › SCORM/AICC/xAPI › Zip',
    alternatives: 'Properties › Image › Description (ALT)',
    links: 'Actions › Go to web address with https:; Add › from file',
    media: 'Tools › Resource optimizer',
  },
  eXeLearning: {
    export: 'File › Export › Educational standard › SCORM 1.2 / 2004',
    alternatives: 'edit the iDevice › image › Alternative text',
    links: 'edit the iDevice › link with https:, or attach the file',
    media: 'Tools › optimise images before they are inserted',
  },
  H5P: {
    export: 'Lumi: File › Export › SCORM 1.2',
    alternatives: 'edit › image › Alternative text',
    links: 'edit › upload the file in place of an address',
    media: 'upload smaller images and videos',
  },
  Adapt: {
    export: 'Adapt authoring tool: Publish › SCORM',
    alternatives: 'component › graphic › Alternative text',
    links: 'component › upload an asset in place of an address',
    media: 'upload smaller assets',
  },
};

const alternatives: readonly string[] = ['image-without-alternative', 'page-without-language', 'page-without-title'];
const links: readonly string[] = ['content-insecure', 'content-external', 'href-external'];
const media: readonly string[] = ['first-page-heavy', 'archive-too-large', 'archive-expands-too-large', 'archive-file-too-large'];
/** Worth knowing; there is nothing to mend. */
const nothing: readonly string[] = ['findings-truncated', 'manifest-several', 'organization-several', 'package-also-xapi'];

const menuFor = (code: string): keyof Menus =>
  alternatives.includes(code) ? 'alternatives' : links.includes(code) ? 'links' : media.includes(code) ? 'media' : 'export';

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
  return known.map((name) => within[language](name, tools[name]![menuFor(code)]));
};
