import { registerHooks } from 'node:module'

/** `node --import test/desktop/register.ts dist-main/main.js`: the program's `electron` is the stand-in beside this file. */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron') return next(specifier, context)
    return { url: new URL('./electron.ts', import.meta.url).href, shortCircuit: true }
  },
})
