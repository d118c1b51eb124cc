import { openRunFolder } from './run-folder.ts'

/** Before the browser tests: a folder for what they share. */
export default function prepareRun(): () => void {
  return openRunFolder().close
}
