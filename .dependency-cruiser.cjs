// The law of imports: apps → houses → platform → contracts. A lib is entered by its index.ts; no house enters another.
// There is no list of exceptions: one that exists only ever grows.
const standards = 'scorm|gift|open-badges'; // each a standard as pure functions (docs/decisions/0001-standards-are-libs.md)
const plumbing = `contracts|platform|${standards}|testing`; // every other lib is a house, under the law from its first file
const house = `(?!(?:${plumbing})/)[^/]+`;
const rooms = 'entity|policy|service|queries|controller|listener|jobs|module';
const pkg = (...names) => `(^|/)node_modules/(${names.join('|')})/`;
const heavy = pkg('@nestjs', '@mikro-orm', 'pg', 'bullmq', 'ioredis');
const law = (name, why, from, to) => ({ name, comment: why, severity: 'error', from, to }); // the tool's own default is "warn"
const unit = { path: '^(apps|libs|scripts)/([^/]+)' };

module.exports = {
  forbidden: [
    law('no-cycles', 'a cycle is a missing event or a misplaced verb', {}, { circular: true }),
    law('nothing-unresolved', 'what cannot be resolved is not checked', {}, { couldNotResolve: true }),
    law('front-door-only', 'what index.ts does not name is private', unit, {
      path: '^libs/[^/]+/src/',
      pathNot: ['^$1/$2/', '^libs/[^/]+/src/index\\.ts$'],
    }),
    law('nobody-imports-an-app', 'doors open houses, never the reverse', unit, { path: '^apps/', pathNot: '^$1/$2/' }),
    law(
      'no-house-enters-another',
      'read pub_ views, hear events',
      { path: `^libs/(${house})/` },
      {
        path: `^libs/${house}/`,
        pathNot: '^libs/$1/',
      },
    ),
    law(
      'houses-make-no-calls',
      'the outside world is reached through platform',
      { path: `^libs/${house}/` },
      {
        path: [
          '^(node:)?(http|https|http2|net|tls)$',
          pkg('axios', 'got', 'undici', 'node-fetch', '@nestjs/axios', '@nestjs/microservices'),
        ],
      },
    ),
    law(
      'every-file-has-a-room',
      'the set of suffixes is closed',
      {},
      {
        path: `^libs/${house}/src/`,
        pathNot: [`\\.(${rooms})\\.ts$`, '^libs/[^/]+/src/index\\.ts$', '/migrations/'],
      },
    ),
    law(
      'contracts-know-nobody',
      'words carry no machinery',
      { path: '^libs/contracts/' },
      { path: ['^(apps|libs/(?!contracts/))', heavy] },
    ),
    law(
      'standards-are-pure',
      'a standard is functions over data',
      { path: `^libs/(${standards})/` },
      {
        path: ['^apps/', '^libs/', heavy],
        pathNot: '^libs/$1/',
      },
    ),
    law('plumbing-knows-no-house', 'the harness is handed a module', { path: '^libs/(platform|testing)/' }, { path: `^libs/${house}/` }),
    law(
      'libs-know-no-scripts',
      'only the test servers share the launcher of start',
      {
        path: '^libs/',
        pathNot: '^libs/testing/src/servers\\.setup\\.ts$',
      },
      { path: '^scripts/' },
    ),
    law(
      'testing-is-for-tests',
      'production never knows it is tested',
      { pathNot: ['^libs/testing/', '^(apps|libs)/[^/]+/test/'] },
      {
        path: ['^libs/testing/', '^(apps|libs)/[^/]+/test/'],
      },
    ),
    law(
      'only-platform-holds-the-queue',
      'houses speak of work, not of BullMQ',
      { path: '^(apps|libs)/', pathNot: '^libs/(platform|testing)/' },
      {
        path: pkg('bullmq', 'ioredis', '@nestjs/bullmq'),
      },
    ),
    law(
      'entities-are-leaves',
      'state and invariants, nothing above them',
      { path: '\\.entity\\.ts$' },
      {
        path: '\\.(policy|service|queries|controller|listener|jobs|module)\\.ts$',
      },
    ),
    law(
      'policies-are-pure',
      'a right is a function of data',
      { path: '\\.policy\\.ts$' },
      {
        pathNot: ['^libs/contracts/', '\\.(policy|entity)\\.ts$'],
      },
    ),
    law(
      'verbs-know-no-http',
      'verbs outlive transports',
      { path: '\\.(service|entity|queries|listener|jobs)\\.ts$' },
      {
        path: ['\\.controller\\.ts$', pkg('express', 'fastify', '@fastify', '@nestjs/platform-[^/]+')],
      },
    ),
    law(
      'web-knows-only-contracts',
      'the browser speaks the public words',
      { path: '^apps/web/src/', pathNot: '^apps/web/src/player/' },
      { path: '^libs/(?!contracts/)' },
    ),
    law(
      'player-knows-only-the-standard',
      'it folds records as the server does (docs/decisions/0007-player-folds-records.md)',
      { path: '^apps/web/src/player/' },
      { path: ['^libs/(?!contracts/|scorm/)', '^apps/web/src/(?!player/)'] },
    ),
    law(
      'no-web-feature-enters-another',
      'features meet in app/',
      { path: '^apps/web/src/features/([^/]+)/' },
      {
        path: '^apps/web/src/features/',
        pathNot: '^apps/web/src/features/$1/',
      },
    ),
    law('web-flows-one-way', 'ui and lib know no feature', { path: '^apps/web/src/(ui|lib)/' }, { path: '^apps/web/src/(features|app)/' }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.test.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // Packages that name their door in "exports" alone are found by it.
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
    exclude: { path: '^(apps|libs)/[^/]+/dist/' },
  },
};
