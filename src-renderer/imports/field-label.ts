import type { TargetField } from '../../shared/imports/target.ts'
import { currentLanguage, textOf } from '../core/i18n.ts'

/** What a field is called: the heading of its column in our own files. */
export function fieldLabel({ name, labels }: Pick<TargetField, 'name' | 'labels'>): string {
  return labels?.[currentLanguage()] ?? textOf(`imports.fields.${name}`) ?? name
}
