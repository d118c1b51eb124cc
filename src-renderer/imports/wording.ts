import { useMemo } from 'react'
import { choiceWord, type Wording } from '../../shared/imports/issue-text.ts'
import type { ImportedFile } from '../../shared/imports/contract.ts'
import { readLines } from '../../shared/engineering/line-text.ts'
import { placeOf, type RowPlace } from '../../shared/imports/row-place.ts'
import type { FieldValue, Target, TargetField, TargetName } from '../../shared/imports/target.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'

export function useTargets(): readonly Target[] | undefined {
  return useLive(useApi().imports.listTargets, {}).data
}

const noFields: readonly TargetField[] = []

/** The fields of a target that this user may see. */
export function useFields(target: TargetName | undefined): readonly TargetField[] {
  return useTargets()?.find(({ name }) => name === target)?.fields ?? noFields
}

const noFiles: readonly ImportedFile[] = []

/** Where several files were read, a row is named with its file. */
export function useWording(fields: readonly TargetField[], files: readonly ImportedFile[] = noFiles): Wording {
  const { language, plain } = useFormats()
  return useMemo(() => ({
    language, fields, number: plain, choice: choiceWord(fields, language), ...(files.length > 1 && { row: row => rowText(placeOf(files, row), plain) }),
  }), [fields, files, language, plain])
}

function rowText({ file, sheet, row }: RowPlace, number: (plain: string) => string): string {
  return `${number(String(row))} (${[file, sheet].filter(part => part !== null).join(', ')})`
}

/** A staged value as the user writes it. */
export function useValueText(): (field: TargetField, value: FieldValue | undefined) => string {
  const t = useText()
  const { language, plain, day } = useFormats()
  return (field, value) => {
    if (value === null || value === undefined || value === '') return ''
    if (typeof value === 'boolean') return t(value ? 'words.yes' : 'words.no')
    if (field.kind === 'choice') return choiceWord([field], language)(field.name, String(value))
    if (field.kind === 'decimal' || field.kind === 'integer') return plain(String(value))
    if (field.kind === 'lines') return t('imports.parts.lines', { count: readLines(String(value)).length, shown: plain(String(readLines(String(value)).length)) })
    return field.kind === 'day' ? day(String(value)) : String(value)
  }
}
