import Alert from '@mui/material/Alert'
import type { ReactNode } from 'react'
import { isBaseLocation } from '../../shared/masters/rules.ts'
import { LabelsButton } from '../components/labels-button.tsx'
import { useText } from '../core/i18n.ts'
import type { MasterRecord } from './master.ts'
import type { Presentation } from './presentation.ts'

/** The stock engine finds base locations by their code and needs all of them. */
export const heldLocation: NonNullable<Presentation['held']> = ({ code }) =>
  isBaseLocation(String(code)) ? { fields: ['code', 'kind', 'sectionId'], staysActive: true } : undefined

export function BaseLocationHint({ record }: { readonly record: MasterRecord | undefined }): ReactNode {
  const t = useText()
  return record && isBaseLocation(String(record.code)) ? <Alert severity="info">{t('masters.locations.baseHint')}</Alert> : null
}

export function useLocationFacts(): (location: MasterRecord) => Readonly<Record<string, string | undefined>> {
  const t = useText()
  return ({ sectionName, parentName }) => ({ sectionId: String(sectionName ?? t('masters.locations.ofFactory')), parentId: String(parentName ?? t('masters.noParent')) })
}

/** Places that keep stock are scanned. */
export function LocationLabels({ record: { id, code, kind } }: { readonly record: MasterRecord }): ReactNode {
  return kind === 'INTERNAL' ? <div><LabelsButton size="small" subject={{ id, kinds: ['location'], name: String(code) }} /></div> : null
}
