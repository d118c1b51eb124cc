import { dayParams, decimalParams, instantParams, permissionParams } from '../../shared/notifications/notice.ts'
import { permissionText } from './error-text.ts'
import { useFormats, type Formats } from './formats.ts'
import { textOf } from './i18n.ts'

export type ToldParams = Readonly<Record<string, string | number>>

/**
 * Words the host left to the reader's language: a text key with parameters. Quantities, days, instants and permissions are written as the user does; a parameter `…Key` is
 * itself a text key, and `{{…}}` its text, made with all the others.
 */
export function useToldText(): (key: string, params: ToldParams) => string | undefined {
  const formats = useFormats()
  return (key, params) => {
    const readable: Record<string, string | number> = {}
    for (const [name, value] of Object.entries(params)) {
      if (name.endsWith('Key')) readable[name.slice(0, -'Key'.length)] = textOf(String(value), readable) ?? String(value)
      else readable[name] = readableOne(name, value, formats)
    }
    return textOf(key, readable)
  }
}

function readableOne(name: string, value: string | number, { plain, day, instant }: Formats): string | number {
  if (decimalParams.includes(name)) return plain(String(value))
  if (dayParams.includes(name)) return inOneLine(day(String(value)))
  if (instantParams.includes(name)) return inOneLine(instant(String(value)))
  return permissionParams.includes(name) ? permissionText(String(value)) : value
}

/** Within a sentence a day or an instant is not broken at its blanks and hyphens, however narrow the place. */
function inOneLine(moment: string): string {
  return moment.replaceAll(' ', '\u00A0').replaceAll('-', '\u2060-\u2060')
}
