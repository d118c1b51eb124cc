import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { DrawerPart } from './drawer-part.tsx'
import type { MasterRecord } from './master.ts'

/** MD-2: whether this rule is the one in force today, and which is in its place. */
export function RuleInForce({ record }: { readonly record: MasterRecord }): ReactNode {
  const t = useText()
  const { today, day } = useFormats()
  const { sectionId, productionLineId, itemId } = record as MasterRecord & { sectionId: string; productionLineId: string | null; itemId: string | null }
  const { data } = useLive(useApi().masters.getRuleInForce, { sectionId, productionLineId, itemId, day: today() })
  if (!data) return null
  const isThis = data.rule?.id === record.id
  return (
    <DrawerPart title={t('masters.targetRules.inForce', { day: day(today()) })}>
      <div><StatusChip tone={isThis ? 'good' : 'neutral'} label={t(isThis ? 'masters.targetRules.thisHolds' : data.rule ? 'masters.targetRules.otherHolds' : 'masters.targetRules.noneHolds')} /></div>
      {data.rule && !isThis && <Typography variant="body2">{t('masters.targetRules.since', { day: day(data.rule.startDay) })}</Typography>}
    </DrawerPart>
  )
}

/** A rule without a line or an item holds for all of them. */
export function useRuleFacts(): (rule: MasterRecord) => Readonly<Record<string, string | undefined>> {
  const t = useText()
  return ({ productionLineName, itemName }) => ({ productionLineId: String(productionLineName ?? t('masters.everyLine')), itemId: String(itemName ?? t('masters.everyItem')) })
}
