import { execFileSync } from 'node:child_process'

/** What a PDF says; nothing where pdftotext (poppler-utils) is not installed. */
export function pdfText(path: string): string | undefined {
  try {
    return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined
    throw error
  }
}
