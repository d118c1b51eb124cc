import { extname } from 'node:path'
import { startDesktop } from './shell/desktop.ts'

/** Electron's entry. Source and build lie equally deep, so both find what lies beside them. */
const beside = (path: string) => new URL(path, import.meta.url)
const extension = extname(import.meta.url)

startDesktop({
  server: beside(`./server${extension}`), supportBundle: beside(`./support-bundle${extension}`), preload: beside('./preload.cjs'),
  screens: beside('../dist-renderer/'), icons: beside('../resources/icons/'),
})
