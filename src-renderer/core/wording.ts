import { useMemo } from 'react'
import type { Wording } from '../../shared/audit/wording.ts'
import { useFormats } from './formats.ts'
import { textOf } from './i18n.ts'

/** The words of the audit in the language of the screen. */
export function useWording(): Wording {
  const { language, day, instant, plain } = useFormats()
  // The formats change with the language, and so do the texts.
  return useMemo(() => ({ language, text: key => textOf(key), day, instant, number: plain }), [language, day, instant, plain])
}
