import { useEffect, useRef, type ReactNode } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { abcClasses } from '../../shared/warehouse/abc.ts'
import { countRhythms, rhythmOfStores } from '../../shared/warehouse/count-rules.ts'
import { ChoicesField } from '../components/choices-field.tsx'
import { SelectField } from '../components/select-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { useStores } from './entry-item.ts'

/** What is counted: which stores, of which items, and by which rhythm's rules; that of the stores is proposed until another is chosen. */
export function CountFields({ focuses, proposesRhythm = false }: { readonly focuses?: boolean; readonly proposesRhythm?: boolean }): ReactNode {
  const t = useText()
  const api = useApi()
  const stores = useStores()
  const { data: groups } = useLive(api.masters.listItemGroups, {}, { enabled: useMay()('masters.view') })
  useProposedRhythm(proposesRhythm)
  return (
    <>
      <ChoicesField name="locationIds" label={t('warehouse.counts.stores')} isRequired autoFocus={focuses} options={stores.map(({ id, path }) => ({ value: id, label: path }))} />
      <SelectField name="rhythm" label={t('warehouse.counts.rhythm')} hint={t('warehouse.counts.rhythmHint')} isRequired options={countRhythms.map(value => ({ value, label: t(`warehouse.counts.rhythms.${value}`) }))} />
      <ChoicesField name="categories" label={t('warehouse.counts.categories')} hint={t('warehouse.counts.categoriesHint')} options={(groups?.categories ?? []).filter(Boolean).map(value => ({ value, label: value }))} />
      <ChoicesField name="abcClasses" label={t('warehouse.counts.classes')} hint={t('warehouse.counts.classesHint')} options={abcClasses.map(value => ({ value, label: t(`warehouse.counts.abcClasses.${value}`) }))} />
    </>
  )
}

function useProposedRhythm(isWanted: boolean): void {
  const api = useApi()
  const { setValue } = useFormContext()
  const { data } = useLive(api.warehouse.listStoreRhythms, {}, { enabled: isWanted })
  const [chosen, rhythm]: unknown[] = useWatch({ name: ['locationIds', 'rhythm'] })
  const before = useRef(rhythm)
  const ids: readonly unknown[] = Array.isArray(chosen) ? chosen : []
  const proposed = data && ids.length > 0 ? rhythmOfStores(data.filter(({ locationId }) => ids.includes(locationId)).map(one => one.rhythm)) : undefined
  useEffect(() => {
    if (!isWanted || proposed === undefined || rhythm !== before.current) return
    before.current = proposed
    setValue('rhythm', proposed)
  }, [isWanted, proposed, rhythm, setValue])
}
