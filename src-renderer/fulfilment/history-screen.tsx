import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useState, type ReactNode } from 'react'
import { returnSections, type ReturnSection } from '../../shared/fulfilment/rules.ts'
import { PageFrame } from '../components/page-frame.tsx'
import { useText } from '../core/i18n.ts'
import { DeliveryLog, PackingLog, PickingLog } from './history-lists.tsx'

const lists: Readonly<Record<ReturnSection, () => ReactNode>> = { PICKING: PickingLog, PACKING: PackingLog, DELIVERY: DeliveryLog }

/** IF-18: who worked on which invoice, and how long it took; one's own work, or everybody's for whoever looks after it. */
export function HistoryScreen(): ReactNode {
  const t = useText()
  const [stage, setStage] = useState<ReturnSection>('PICKING')
  const List = lists[stage]
  return (
    <PageFrame
      title={t('fulfilment.billing.history.title')}
      subtitle={t('fulfilment.billing.history.text')}
      fills
      filters={
        <Tabs value={stage} onChange={(_event, next: ReturnSection) => setStage(next)}>
          {returnSections.map(one => (
            <Tab key={one} value={one} label={t(`fulfilment.sections.${one}`)} />
          ))}
        </Tabs>
      }
    >
      <List />
    </PageFrame>
  )
}
