/**
 * A procedure in words, found by its name: `kanban.approveCard` → "Menyetujui (Kanban)", `masters.listUnits` → "Menampilkan satuan (Data induk)". `wordOf`
 * gives a text by its key, in the language that is wanted.
 */
export function operationWords(name: string, wordOf: (key: string) => string | undefined): string {
  const [module = '', member = ''] = name.split('.')
  const [, verb = '', object = ''] = /^([a-z]+)(.*)$/.exec(member) ?? []
  const said = wordOf(`activity.verbs.${verb}`) ?? wordOf('activity.verbs.other') ?? verb
  const thing = singulars(lowerFirst(object)).map(one => wordOf(`entities.${one}`)).find(word => word !== undefined)
  const where = wordOf(`permissionModules.${module}`) ?? wordOf(`${module}.title`)
  return `${[said, thing && withinSentence(thing)].filter(Boolean).join(' ')}${where === undefined ? '' : ` (${where})`}`
}

/** `listEntries` → `entries`, `entry`; only one of them, if any, is the name of a record. */
function singulars(word: string): string[] {
  return [word, word.replace(/s$/, ''), word.replace(/es$/, ''), word.replace(/ies$/, 'y')]
}

function lowerFirst(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1)
}

/** "Satuan" → "satuan"; what is written in capitals stays so. */
function withinSentence(word: string): string {
  return /^[A-Z][a-z]/.test(word) ? lowerFirst(word) : word
}
