import { useCallback, useState, type ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { decimalText } from '../../shared/core/decimal.ts'
import { kanbanSettings } from '../../shared/kanban/settings.ts'
import type { Board, Rule } from '../../shared/kanban/boards.ts'
import type { RequestableItem } from '../../shared/kanban/cards.ts'
import { priorities } from '../../shared/kanban/rules.ts'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { DecimalField, IntegerField } from '../components/number-field.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import type { ReferenceOption } from '../components/reference-source.ts'
import { CheckField, SelectField } from '../components/select-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useSetting } from '../core/setting.ts'
import { showDone } from '../core/toasts.ts'

interface UnitOption extends ReferenceOption { readonly unitCode: string }

export interface RuleDialogProps {
  /** Nothing for a new one. */
  readonly rule: Rule | undefined
  readonly boards: readonly Board[]
  onClose(): void
}

export function RuleDialog({ rule, boards, onClose }: RuleDialogProps): ReactNode {
  const t = useText()
  const api = useApi()
  const leadDays = useSetting(kanbanSettings.leadDays)
  const saved = ({ itemName }: Rule) => showDone(t('kanban.done.ruleSaved', { item: itemName }))
  if (rule) {
    return (
      <FormDialog
        title={t('kanban.rules.edit', { item: rule.itemName })} subtitle={rule.sectionName} schema={api.kanban.updateRule.procedure.input} values={valuesOf(rule)} onClose={onClose}
        save={async input => saved(await api.kanban.updateRule(input))}
        reread={async () => valuesOf((await api.kanban.listRules({ filter: { sectionId: rule.sectionId, itemId: rule.itemId } })).rows[0] ?? rule)}
      >
        <RuleFields unitCode={rule.unitCode} isFirst />
        <CheckField name="isActive" label={t('kanban.rules.isActive')} />
      </FormDialog>
    )
  }
  return (
    <FormDialog
      title={t('kanban.rules.add')} subtitle={t('kanban.rules.hint')} schema={api.kanban.createRule.procedure.input} onClose={onClose} save={async input => saved(await api.kanban.createRule(input))}
      values={{ sectionId: boards[0]?.sectionId ?? '', itemId: '', reorderPoint: '', orderQuantity: '', priority: 'NORMAL', leadDays }}
    >
      <NewRuleFields boards={boards} />
    </FormDialog>
  )
}

function NewRuleFields({ boards }: { readonly boards: readonly Board[] }): ReactNode {
  const t = useText()
  const api = useApi()
  const sectionId: unknown = useWatch({ name: 'sectionId', defaultValue: boards[0]?.sectionId })
  const [unitCode, setUnitCode] = useState<string>()
  const option = useCallback(({ id, code, name, unitCode: unit }: RequestableItem): UnitOption => ({ id, code, name, detail: unit, unitCode: unit }), [])
  return (
    <>
      <SelectField name="sectionId" label={t('kanban.fields.section')} isRequired options={boards.map(board => ({ value: board.sectionId, label: board.sectionName }))} />
      <ReferenceField
        key={String(sectionId)} name="itemId" label={t('kanban.fields.item')} isRequired autoFocus onChosen={chosen => setUnitCode((chosen as UnitOption | null)?.unitCode)}
        source={{ call: api.kanban.searchItems, option, input: { sectionId: String(sectionId) } }}
      />
      <RuleFields unitCode={unitCode} />
    </>
  )
}

function RuleFields({ unitCode, isFirst = false }: { readonly unitCode: string | undefined; readonly isFirst?: boolean }): ReactNode {
  const t = useText()
  return (
    <>
      <FieldRow>
        <DecimalField name="reorderPoint" label={t('kanban.rules.reorderPoint')} unit={unitCode} isRequired autoFocus={isFirst} />
        <DecimalField name="orderQuantity" label={t('kanban.rules.orderQuantity')} unit={unitCode} isRequired />
      </FieldRow>
      <FieldRow>
        <SelectField name="priority" label={t('kanban.fields.priority')} isRequired options={priorities.map(value => ({ value, label: t(`kanban.priorities.${value}`) }))} />
        <IntegerField name="leadDays" label={t('kanban.rules.leadDays')} isRequired />
      </FieldRow>
    </>
  )
}

function valuesOf({ id, version, reorderPoint, orderQuantity, priority, leadDays, isActive }: Rule) {
  return { id, version, reorderPoint: decimalText(reorderPoint), orderQuantity: decimalText(orderQuantity), priority, leadDays, isActive }
}
