import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig } from 'eslint/config'
import { basename } from 'node:path'
import tseslint from 'typescript-eslint'
import { bridgeSyntax, ipcSyntax, mainSyntax, noTextAsCode, pageSyntax, preloadSyntax, safeWindow, shellSyntax } from './scripts/desktop-rules.ts'

/** Files are kebab-case nouns that say what is in them. */
const fileName = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { vague: '“{{name}}” says nothing about what is in it: name the idea.', shape: '“{{name}}” is not kebab-case.' },
  },
  create: context => ({
    Program(node) {
      const name = basename(context.filename)
      const report = messageId => context.report({ node, messageId, data: { name } })
      if (/^(utils?|helpers?|types|common|index)\.[jt]sx?$/.test(name)) return report('vague')
      if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|config|d))?\.[jt]sx?$/.test(name)) report('shape')
    },
  }),
}

/** What ESLint itself recommends and TypeScript does not already say. */
const mistakes = [
  'no-async-promise-executor',
  'no-cond-assign',
  'no-constant-condition',
  'no-control-regex',
  'no-debugger',
  'no-dupe-else-if',
  'no-duplicate-case',
  'no-empty',
  'no-irregular-whitespace',
  'no-loss-of-precision',
  'no-misleading-character-class',
  'no-self-assign',
  'no-sparse-arrays',
  'no-unsafe-finally',
  'no-unsafe-optional-chaining',
  'no-useless-catch',
  'no-useless-escape',
]

const unchecked = {
  selector: "TSAsExpression > TSAsExpression.expression[typeAnnotation.type='TSUnknownKeyword']",
  message: 'as unknown as switches the type check off: narrow, or mend the type.',
}
const defaultExport = { selector: 'ExportDefaultDeclaration', message: 'Export by name.' }

const testObject = ':matches([object.name=/^(test|it|describe|suite)$/], [object.property.name="describe"])'
const skipCall = `CallExpression[callee.property.name="skip"]`
const untested = [
  {
    selector: `MemberExpression[property.name=/^(only|todo|fixme|skipIf|runIf)$/]${testObject}`,
    message: 'A test runs, or says why not: context.skip(condition, reason).',
  },
  { selector: `${skipCall}[arguments.length=0]`, message: 'A skipped test prints its reason: context.skip(reason).' },
  {
    selector: `${skipCall}:not([arguments.1.type=/Literal$/]) > MemberExpression.callee${testObject}`,
    message: 'A skipped test prints its reason: test.skip(condition, reason) in the browser tests, context.skip(reason) in the others.',
  },
]

/** The later entry holds where two speak of one file. */
const shellFiles = [
  { files: ['src-main/shell/*.ts'], syntax: [...ipcSyntax, ...bridgeSyntax] },
  { files: ['src-main/shell/ipc.ts'], syntax: bridgeSyntax },
  { files: ['src-main/shell/preload.ts'], syntax: [...ipcSyntax, ...preloadSyntax] },
]

export default defineConfig(
  { ignores: ['dist-*/', 'test-results/', 'test/fixtures/', 'data/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    plugins: { local: { rules: { 'file-name': fileName, 'safe-window': safeWindow } } },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...Object.fromEntries(mistakes.map(rule => [rule, 'error'])),
      'local/file-name': 'error',
      'local/safe-window': 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', unchecked, defaultExport],
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
    },
  },
  {
    files: ['src-renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      // These two speak for the React Compiler, which does not run here.
      'react-hooks/incompatible-library': 'off', 'react-hooks/preserve-manual-memoization': 'off',
      'no-restricted-syntax': ['error', unchecked, defaultExport, ...pageSyntax],
    },
  },
  { files: ['src-*/**/*.{ts,tsx}', 'shared/**/*.ts'], rules: Object.fromEntries(noTextAsCode.map(rule => [rule, 'error'])) },
  { files: ['src-main/**/*.ts'], rules: { 'no-restricted-syntax': ['error', unchecked, defaultExport, ...mainSyntax] } },
  ...shellFiles.map(({ files, syntax }) => ({ files, rules: { 'no-restricted-syntax': ['error', unchecked, defaultExport, ...mainSyntax, ...shellSyntax, ...syntax] } })),
  {
    files: ['test/**/*.ts'],
    rules: { 'max-lines': 'off', 'no-restricted-syntax': ['error', unchecked, defaultExport, ...untested] },
  },
  { files: ['src-main/*.ts', 'scripts/*.ts', '*.config.ts', 'test/{bench,chaos}/**/*.ts'], rules: { 'no-console': 'off' } },
  { files: ['*.config.ts', 'test/support/browser-run.ts'], rules: { 'no-restricted-syntax': ['error', unchecked] } },
)
