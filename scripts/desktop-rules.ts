import type { Rule } from 'eslint'
import type { NewExpression, Property } from 'estree'

// What no test without Electron can prove of its windows is read from the source: test/shell-security.test.ts shows that each rule bites.

/** A selector of ESLint's, and what is said where it matches. */
interface Restriction { readonly selector: string; readonly message: string }

/** What a page must not have, whatever Electron's own defaults are. */
const needed: Readonly<Record<string, boolean>> = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
}
/** Beside those, and nothing else: a preference that is not on a list is one that nobody has thought about. */
const open = ['preload', 'session', 'spellcheck', 'backgroundThrottling', 'devTools']

const factory = /(^|[\\/])src-main[\\/]shell[\\/]window-factory\.ts$/
const kinds = ['BrowserWindow', 'BaseWindow', 'BrowserView', 'WebContentsView']

/** Windows are made in one place, with preferences that are written out. */
export const safeWindow: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      place: 'Windows are made in src-main/shell/window-factory.ts alone.',
      preferences: 'A window’s webPreferences stand last, as a table of their own without “…”.',
      value: '{{name}} is {{value}}, written out.',
      unknown: '{{name}} is none of the preferences this program needs.',
      tools: 'devTools are for a program that is not packaged.',
    },
  },
  create(context) {
    return {
      NewExpression(node) {
        const report = (messageId: string, data: Record<string, string> = {}) => context.report({ node, messageId, data })
        const kind = node.callee.type === 'Identifier' ? node.callee.name : ''
        if (!kinds.includes(kind)) return
        if (kind !== 'BrowserWindow' || !factory.test(context.filename)) return report('place')
        const preferences = preferencesOf(node)
        if (!preferences) return report('preferences')
        const given = new Map(preferences.map(property => [nameOf(property), valueOf(property)]))
        for (const [name, value] of Object.entries(needed)) if (given.get(name) !== value) report('value', { name, value: String(value) })
        for (const name of given.keys()) if (!(name in needed) && !open.includes(name)) report('unknown', { name })
        if (given.get('devTools') === true) report('tools')
      },
    }
  },
}

function preferencesOf({ arguments: [options] }: NewExpression): Property[] | undefined {
  const last = options?.type === 'ObjectExpression' ? options.properties.at(-1) : undefined
  if (last?.type !== 'Property' || nameOf(last) !== 'webPreferences' || last.value.type !== 'ObjectExpression') return undefined
  const properties = last.value.properties.filter(property => property.type === 'Property' && !property.computed)
  return properties.length === last.value.properties.length ? (properties as Property[]) : undefined
}

function nameOf({ key }: Property): string {
  return key.type === 'Identifier' ? key.name : ''
}

/** Nothing for what is computed. */
function valueOf({ value }: Property): unknown {
  return value.type === 'Literal' ? value.value : undefined
}

const named = (name: string) => `:matches(Identifier[name="${name}"], Literal[value="${name}"])`

/** For all of src-main. */
export const mainSyntax: Restriction[] = [
  { selector: named('openExternal'), message: 'Nothing is opened outside of the program: whatever address it is, a page may have chosen it.' },
  { selector: named('commandLine'), message: 'Chromium’s switches stay as they are: some of them take its walls down.' },
  { selector: named('loadFile'), message: 'Pages come by our own scheme, never from file:.' },
  { selector: 'Property[key.name="bypassCSP"]', message: 'Our scheme stands under the policy like any other.' },
]

const ownScheme = 'The windows load by our own scheme alone.'
/** For src-main/shell, beside those. */
export const shellSyntax: Restriction[] = [
  { selector: 'Literal[value=/^(file|https?|ftp|wss?):/]', message: ownScheme },
  { selector: 'TemplateElement[value.raw=/^(file|https?|ftp|wss?):/]', message: ownScheme },
]

/** For src-main/shell except ipc.ts, where every sender is checked. */
export const ipcSyntax: Restriction[] = [
  { selector: 'ImportSpecifier[imported.name="ipcMain"]', message: 'Listen by ipc.ts, which checks who asks and what is given.' },
]

/** For src-main/shell except preload.ts. */
export const bridgeSyntax: Restriction[] = [
  { selector: 'ImportSpecifier[imported.name=/^(contextBridge|ipcRenderer)$/]', message: 'What a page is given stands in preload.ts.' },
]

const holders = ':matches(Property, SpreadElement, ArrayExpression, ReturnStatement, ArrowFunctionExpression)'
const electrons = 'Identifier[name=/^(ipcRenderer|contextBridge|electron)$/]'
const thisSide = 'Electron’s own objects stay on this side of the bridge.'
/** For preload.ts: a page is given functions of ours, nothing of Electron's own. */
export const preloadSyntax: Restriction[] = [
  { selector: `${holders} > ${electrons}`, message: thisSide },
  { selector: `CallExpression[callee.property.name="exposeInMainWorld"] > ${electrons.replace('[', '.arguments[')}`, message: thisSide },
  { selector: 'Property > MemberExpression.value[object.name=/^(ipcRenderer|contextBridge)$/]', message: 'Give a function of ours, which fixes the channel.' },
]

const foreign = 'A screen holds no foreign page.'
/** For the screens. */
export const pageSyntax: Restriction[] = [
  { selector: 'JSXOpeningElement[name.name=/^(webview|iframe|object|embed)$/]', message: foreign },
  { selector: 'CallExpression[callee.property.name="createElement"] > Literal[value=/^(webview|iframe|object|embed|script)$/]', message: foreign },
  { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Text is text.' },
]

/** For all that runs: text never becomes code. */
export const noTextAsCode = ['no-eval', '@typescript-eslint/no-implied-eval', 'no-new-func', 'no-script-url']
