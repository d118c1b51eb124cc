// The walls of the house. Who may import whom is written in `layers`; everything else is forbidden.

/** Folders of src-main that are not modules, and those of src-renderer. */
const mainParts = 'core|database|engines|lan|shell'
const rendererParts = 'core|components|theme'

const mainModule = `^src-main/(?!(?:${mainParts})/)([^/]+)/`
const rendererModule = `^src-renderer/(?!(?:${rendererParts})/)([^/]+)/`

/**
 * `within` is the side of the house the rule looks at, `allowed` what `from` may import there; `$1` is the folder `from` matched.
 * The entries, src-main/*.ts and src-renderer/*.tsx, may import anything on their side and are imported by nobody.
 */
const layers = [
  { name: 'shared-stands-alone', from: '^shared/', within: '', allowed: ['^shared/', '(^|/)node_modules/zod/'] },
  { name: 'database-lowest', from: '^src-main/database/', within: '^src-main/', allowed: ['^src-main/database/'] },
  { name: 'core-above-database', from: '^src-main/core/', within: '^src-main/', allowed: ['^src-main/(core|database)/'] },
  { name: 'shell-and-lan-above-core', from: '^src-main/(shell|lan)/', within: '^src-main/', allowed: ['^src-main/(core|database|$1)/'] },
  { name: 'engines-below-modules', from: '^src-main/engines/', within: '^src-main/', allowed: ['^src-main/(core|database|engines)/'] },
  { name: 'main-module-below-entries', from: mainModule, within: '^src-main/', allowed: ['^src-main/(?!lan/|shell/)[^/]+/'] },
  {
    name: 'renderer-parts-below-modules',
    from: `^src-renderer/(${rendererParts})/`,
    within: '^src-renderer/',
    allowed: [`^src-renderer/(${rendererParts})/`],
  },
  { name: 'renderer-modules-apart', from: rendererModule, within: '^src-renderer/', allowed: [`^src-renderer/(${rendererParts}|$1)/`] },
]

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Files that need each other at run time are one idea or need a third; imports of types alone may go round.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'renderer-not-to-main', severity: 'error', from: { path: '^src-renderer/' }, to: { path: '^src-main/' } },
    { name: 'main-not-to-renderer', severity: 'error', from: { path: '^src-main/' }, to: { path: '^src-renderer/' } },
    {
      name: 'electron-in-shell-only',
      comment: 'The host must run without Electron.',
      severity: 'error',
      from: { pathNot: '^src-main/shell/' },
      to: { path: '^electron(/|$)|(^|/)node_modules/electron/' },
    },
    {
      name: 'entry-of-the-shell',
      comment: 'Electron’s entry says where things lie; what is done with them is the shell’s.',
      severity: 'error',
      from: { path: '^src-main/main\\.ts$' },
      to: { path: '^(src-main|shared)/', pathNot: '^src-main/shell/' },
    },
    {
      name: 'host-without-shell',
      comment: 'The host must run without Electron, and the shell’s entry is not its business.',
      severity: 'error',
      from: { path: '^src-main/[^/]+\\.ts$', pathNot: '^src-main/main\\.ts$' },
      to: { path: '^src-main/(shell/|main\\.ts)' },
    },
    {
      name: 'preload-alone',
      comment: 'It runs in a page’s process: what it knows, a page that broke out knows.',
      severity: 'error',
      from: { path: '^src-main/shell/preload\\.ts$' },
      to: { path: '.', pathNot: ['^shared/core/bridge\\.ts$', '(^|/)node_modules/electron/'] },
    },
    {
      name: 'core-as-types',
      comment: 'Modules and engines get what they need from dispatch, so that nobody goes round it.',
      severity: 'error',
      from: { path: [mainModule, '^src-main/engines/'] },
      to: { path: '^src-main/core/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-foreign-handlers',
      comment: 'Call the named service of another module; its handlers are for dispatch.',
      severity: 'error',
      from: { path: mainModule },
      to: { path: '^src-main/[^/]+/handlers\\.ts$', pathNot: ['^src-main/$1/', '^src-main/core/'] },
    },
    ...layers.map(({ name, from, within, allowed }) => ({ name, severity: 'error', from: { path: from }, to: { path: within, pathNot: allowed } })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
