import type { ReactNode } from 'react'
import type { CountPlan, StockCount } from '../../shared/warehouse/counts.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { CheckField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { CountFields } from './count-fields.tsx'

/** A count is prepared; with a plan, of what the plan says. */
export function CountDialog({ plan, onMade, onClose }: { readonly plan?: CountPlan | undefined; onMade(count: StockCount): void; onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const { locationIds = [], categories = [], abcClasses = [], rhythm = 'MAIN' } = plan ?? {}
  return (
    <FormDialog
      title={t('warehouse.counts.add')} subtitle={plan?.name} schema={api.warehouse.createCount.procedure.input} saveLabel={t('warehouse.counts.prepare')}
      values={{ planId: plan?.id, locationIds, categories, abcClasses, rhythm, isOnPaper: false, notes: '' }}
      save={async input => onMade(await api.warehouse.createCount(input))} onClose={onClose}
    >
      <CountFields focuses proposesRhythm={plan === undefined} />
      <CheckField name="isOnPaper" label={t('warehouse.counts.isOnPaper')} hint={t('warehouse.counts.isOnPaperHint')} />
      <TextField name="notes" label={t('fields.notes')} />
    </FormDialog>
  )
}

export function PlanDialog({ plan, onClose }: { readonly plan?: CountPlan | undefined; onClose(): void }): ReactNode {
  const t = useText()
  const { createCountPlan, updateCountPlan } = useApi().warehouse
  const shared = { onClose, children: <><TextField name="name" label={t('fields.name')} isRequired autoFocus /><CountFields proposesRhythm={plan === undefined} /><CheckField name="isActive" label={t('words.active')} /></> }
  if (!plan) return <FormDialog title={t('warehouse.counts.addPlan')} schema={createCountPlan.procedure.input} values={{ name: '', rhythm: 'MAIN', locationIds: [], categories: [], abcClasses: [], isActive: true }} save={createCountPlan} {...shared} />
  const { id, version, name, rhythm, locationIds, categories, abcClasses, isActive } = plan
  return (
    <FormDialog
      title={t('warehouse.counts.editPlan', { name })} schema={updateCountPlan.procedure.input} values={{ id, version, name, rhythm, locationIds, categories, abcClasses, isActive }}
      save={updateCountPlan} {...shared}
    />
  )
}
