/**
 * Who may import whom. Everything points downward:
 *
 *   core ← contract ← preload
 *   core ← contract ← journal ← disk, bundle ← main, server ← launch; cli
 *   core ← contract ← journal ← private ← renderer: (ui, host, i18n, store, session, worker) ← panes ← views ← Workbench ← App
 *   core ← rule-files ← cli, renderer
 *
 * and inside core, from left to right, each step may import those before it:
 */
const coreOrder = [
  ['order'],
  ['text'],
  ['corrections'],
  ['structure', 'rules', 'figures', 'user-rules'],
  ['document'],
  ['diff', 'export', 'journal', 'project', 'carry'],
]
// src/core/result.ts is for all of them; any other file that lies directly in src/core comes after all of them.

const folders = (names) => `(?:${names.join('|')})`

const coreRules = [
  ...coreOrder.slice(0, -1).map((step, at) => ({
    name: `core-${step.join('-')}-looks-down`,
    severity: 'error',
    comment: `src/core: ${step.join(', ')} may not import ${coreOrder
      .slice(at + 1)
      .flat()
      .join(', ')}.`,
    from: { path: `^src/core/${folders(step)}/` },
    to: { path: `^src/core/${folders(coreOrder.slice(at + 1).flat())}/` },
  })),
  {
    name: 'core-folders-do-not-use-the-top',
    severity: 'error',
    comment:
      'A file directly in src/core puts the folders together; of those files the folders may use result.ts only.',
    from: { path: '^src/core/[^/]+/' },
    to: { path: '^src/core/[^/]+$', pathNot: '^src/core/result\\.ts$' },
  },
  {
    name: 'core-result-stands-alone',
    severity: 'error',
    from: { path: '^src/core/result\\.ts$' },
    to: { path: '.' },
  },
  {
    name: 'core-folder-has-a-place',
    severity: 'error',
    comment: 'A new folder in src/core needs its place in coreOrder (.dependency-cruiser.cjs).',
    from: {},
    to: { path: '^src/core/[^/]+/', pathNot: `^src/core/${folders(coreOrder.flat())}/` },
  },
  {
    name: 'core-is-pure',
    severity: 'error',
    comment: 'src/core is strings and values: no Node, no package, nothing of the other parts.',
    from: { path: '^src/core/' },
    to: { pathNot: '^src/core/' },
  },
  {
    name: 'rules-do-not-import-rules',
    severity: 'error',
    comment: 'A rule is one file: of its folder it may import what rules are made of, but no other rule.',
    from: { path: '^src/core/rules/[^/]+\\.ts$', pathNot: '^src/core/rules/(?:index|try-rule|runner)\\.ts$' },
    to: { path: '^src/core/rules/[^/]+\\.ts$', pathNot: '^src/core/rules/(?:rule|patterns|index)\\.ts$' },
  },
]

const processRules = [
  {
    name: 'contract-knows-core-only',
    severity: 'error',
    from: { path: '^src/contract/' },
    to: { pathNot: '^src/(?:core|contract)/' },
  },
  {
    name: 'preload-knows-the-contract-only',
    severity: 'error',
    comment: 'The bridge exposes the contract and has no logic.',
    from: { path: '^src/preload/' },
    to: { path: '^src/', pathNot: '^src/(?:preload|contract)/' },
  },
  {
    name: 'journal-knows-core-and-contract',
    comment: 'How books lie in folders, for every process and worker that keeps them.',
    severity: 'error',
    from: { path: '^src/journal/' },
    to: { path: '^src/', pathNot: '^src/(?:journal|contract|core)/' },
  },
  {
    name: 'disk-knows-the-journal-and-below',
    comment: 'The disk as Node has it.',
    severity: 'error',
    from: { path: '^src/disk/' },
    to: { path: '^src/', pathNot: '^src/(?:disk|journal|contract|core)/' },
  },
  {
    name: 'private-knows-the-journal-and-below',
    comment: "The browser's private files, in a worker of their own.",
    severity: 'error',
    from: { path: '^src/private/' },
    to: { path: '^src/', pathNot: '^src/(?:private|journal|contract|core)/' },
  },
  {
    name: 'bundle-knows-the-contract-only',
    comment: 'The built window as files, for the shell and for the local server.',
    severity: 'error',
    from: { path: '^src/bundle/' },
    to: { path: '^src/', pathNot: '^src/(?:bundle|contract)/' },
  },
  {
    name: 'rule-files-know-core-only',
    comment: 'Files of rules that an editor wrote: read and checked by packages that core may not have.',
    severity: 'error',
    from: { path: '^src/rule-files/' },
    to: { path: '^src/', pathNot: '^src/(?:rule-files|core)/' },
  },
  {
    name: 'main-knows-disk-and-below',
    severity: 'error',
    from: { path: '^src/main/' },
    to: { path: '^src/', pathNot: '^src/(?:main|disk|bundle|contract|core)/' },
  },
  {
    name: 'cli-knows-disk-and-below',
    severity: 'error',
    from: { path: '^src/cli/' },
    to: { path: '^src/', pathNot: '^src/(?:cli|disk|rule-files|contract|core)/' },
  },
  {
    name: 'server-knows-disk-and-contract',
    comment:
      'The local server hands out files that were built before, and forwards what the disk keeps: it reads neither.',
    severity: 'error',
    from: { path: '^src/server/' },
    to: { path: '^src/', pathNot: '^src/(?:server|disk|bundle|contract)/' },
  },
  {
    name: 'launch-knows-the-server-only',
    comment: 'The launcher starts one of the two hosts and knows nothing of what they show.',
    severity: 'error',
    from: { path: '^src/launch/' },
    to: { path: '^src/', pathNot: '^src/(?:launch|server|contract)/' },
  },
  {
    name: 'renderer-knows-private-and-below',
    severity: 'error',
    from: { path: '^src/renderer/' },
    to: { path: '^src/', pathNot: '^src/(?:renderer|private|journal|rule-files|contract|core)/' },
  },
  {
    name: 'electron-stays-in-the-shell',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/(?:main|preload)/' },
    to: { path: '(?:^|/)node_modules/electron/|^electron$' },
  },
  {
    name: 'renderer-has-no-node',
    severity: 'error',
    comment: 'The window is sandboxed: files and settings come through the contract.',
    from: { path: '^src/(?:renderer|preload|contract|journal|private)/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'sources-do-not-import-tests',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^(?:test|scripts)/' },
  },
]

const rendererRules = [
  {
    name: 'renderer-parts-look-down',
    severity: 'error',
    comment: 'ui, host, store, session, worker and editor know neither panes nor views nor the app.',
    from: { path: '^src/renderer/[^/]+/', pathNot: '^src/renderer/(?:panes|views)/' },
    to: { path: '^src/renderer/(?:(?:panes|views)/|(?:App|Workbench)\\.svelte$|main\\.ts$)' },
  },
  {
    name: 'panes-look-down',
    severity: 'error',
    from: { path: '^src/renderer/panes/' },
    to: { path: '^src/renderer/(?:views/|(?:App|Workbench)\\.svelte$|main\\.ts$)' },
  },
  {
    name: 'panes-do-not-look-sideways',
    severity: 'error',
    comment: 'A view puts panes side by side; what they share belongs to the session.',
    from: { path: '^src/renderer/panes/([^/.]+)' },
    to: { path: '^src/renderer/panes/', pathNot: '^src/renderer/panes/$1[/.]' },
  },
  {
    name: 'views-look-down',
    severity: 'error',
    from: { path: '^src/renderer/views/' },
    to: { path: '^src/renderer/(?:(?:App|Workbench)\\.svelte$|main\\.ts$)' },
  },
]

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Types included: two files that need each other are one thing, or need a third below them.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'imports-are-found',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    ...coreRules,
    ...processRules,
    ...rendererRules,
  ],
  options: {
    // Types are dependencies, too. (Needs TypeScript below 7: without its compiler all .ts files are skipped silently.)
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.svelte', '.js', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'node', 'types', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
