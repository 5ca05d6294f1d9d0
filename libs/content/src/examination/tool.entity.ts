/** Authoring tools by the files that they leave in what they export. */
const tools = {
  'Articulate Storyline': /(^|\/)(story_content\/|story(_html5)?\.html$)/i,
  'Articulate Rise': /(^|\/)scormcontent\/(lib\/)?(rise\/|main\.bundle\.js$|index\.html$)/i,
  'Adobe Captivate': /(^|\/)(assets\/js\/CPM\.js|captivate\.css|CaptivateStyles\.css)$/i,
  iSpring: /(^|\/)(data\/player\.js|res\/index\.html|res\/data\/presentation\.js)$/i,
  Lectora: /(^|\/)trivantis[\w.-]*\.(js|css)$/i,
  eXeLearning: /(^|\/)(contentv3\.xml|exe_jquery\.js|common_i18n\.js|content\.elp)$/i,
  H5P: /(^|\/)h5p(\.json|-[\w.-]+\.js)$/i,
  Adapt: /(^|\/)adapt\/js\/adapt\.min\.js$/i,
} as const;
export type AuthoringTool = keyof typeof tools;

/** The tool that made a package, told by its files; undefined for one that leaves no known trace. */
export const authoringTool = (paths: readonly string[]): AuthoringTool | undefined =>
  (Object.keys(tools) as AuthoringTool[]).find((tool) => paths.some((path) => tools[tool].test(path)));
