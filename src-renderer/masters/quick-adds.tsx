import { useCallback, type ReactNode } from 'react'
import { hasCode, type AnyMaster } from '../../shared/masters/definition.ts'
import { allMasters, nameOfMaster } from '../../shared/masters/masters.ts'
import type { FindQuickAdd, QuickAdd, QuickAddFormProps } from '../components/quick-add.tsx'
import { MasterForm, startFrom } from './master-form.tsx'
import { presentations } from './presentations.ts'
import { option } from './sources.ts'

const adds = new Map<string, QuickAdd>(allMasters.filter(hasCode).flatMap(master => {
  const add: QuickAdd = { permission: 'masters.create', title: `masters.${nameOfMaster(master)}.add`, Form: formOf(master) }
  return [[`find${master.plural}`, add], [`list${master.plural}`, add]] as const
}))

/** Every field that refers to a master offers to add one. */
export const findMasterAdd: FindQuickAdd = ([module, name]) => (module === 'masters' ? adds.get(name) : undefined)

function formOf(master: AnyMaster) {
  return function QuickMasterForm({ typed, onMade, onClose }: QuickAddFormProps): ReactNode {
    const made = useCallback((record: unknown) => onMade(option(record)), [onMade])
    return <MasterForm master={master} presentation={presentations[nameOfMaster(master)]} start={startFrom(master, typed)} onSaved={made} onClose={onClose} />
  }
}
