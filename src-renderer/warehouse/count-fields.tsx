import type { ReactNode } from 'react'
import { abcClasses } from '../../shared/warehouse/abc.ts'
import { countRhythms } from '../../shared/warehouse/count-rules.ts'
import { ChoicesField } from '../components/choices-field.tsx'
import { SelectField } from '../components/select-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { useStores } from './entry-item.ts'

/** What is counted: which stores, of which items, and by which rhythm's rules. */
export function CountFields({ focuses }: { readonly focuses?: boolean }): ReactNode {
  const t = useText()
  const api = useApi()
  const stores = useStores()
  const { data: groups } = useLive(api.masters.listItemGroups, {}, { enabled: useMay()('masters.view') })
  return (
    <>
      <ChoicesField name="locationIds" label={t('warehouse.counts.stores')} isRequired autoFocus={focuses} options={stores.map(({ id, name }) => ({ value: id, label: name }))} />
      <SelectField name="rhythm" label={t('warehouse.counts.rhythm')} hint={t('warehouse.counts.rhythmHint')} isRequired options={countRhythms.map(value => ({ value, label: t(`warehouse.counts.rhythms.${value}`) }))} />
      <ChoicesField name="categories" label={t('warehouse.counts.categories')} hint={t('warehouse.counts.categoriesHint')} options={(groups?.categories ?? []).filter(Boolean).map(value => ({ value, label: value }))} />
      <ChoicesField name="abcClasses" label={t('warehouse.counts.classes')} hint={t('warehouse.counts.classesHint')} options={abcClasses.map(value => ({ value, label: t(`warehouse.counts.abcClasses.${value}`) }))} />
    </>
  )
}
