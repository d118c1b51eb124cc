import { dayParams, decimalParams } from '../../shared/notifications/notice.ts'
import { useFormats } from './formats.ts'
import { textOf } from './i18n.ts'

export type ToldParams = Readonly<Record<string, string | number>>

/**
 * Words the host left to the reader's language: a text key with parameters. Quantities and days are written as the user does; a parameter `…Key` is
 * itself a text key, and `{{…}}` its text, made with all the others.
 */
export function useToldText(): (key: string, params: ToldParams) => string | undefined {
  const formats = useFormats()
  return (key, params) => {
    const readable: Record<string, string | number> = {}
    for (const [name, value] of Object.entries(params)) {
      if (name.endsWith('Key')) readable[name.slice(0, -'Key'.length)] = textOf(String(value), readable) ?? String(value)
      else readable[name] = decimalParams.includes(name) ? formats.plain(String(value)) : dayParams.includes(name) ? formats.day(String(value)) : value
    }
    return textOf(key, readable)
  }
}
