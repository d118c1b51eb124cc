import ArrowBack from '@mui/icons-material/ArrowBack'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { Link as RouterLink, useParams } from 'react-router'
import { texts } from '../../shared/texts.ts'
import type { GatePass } from '../../shared/transfers/gate.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { FactList } from '../components/fact-list.tsx'
import { FigureRow } from '../components/figure-row.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { RecordHistory } from '../components/record-history.tsx'
import { Section } from '../components/section.tsx'
import { WorkOrderLink } from '../components/work-order-link.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useLanguage, useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { usePersonName } from '../core/person-name.ts'
import { GateActs } from './gate-acts.tsx'
import { GateChip } from './looks.tsx'
import { gatePassesPath } from './paths.ts'

/** One gate pass with all that came back on it. */
export function GatePassScreen(): ReactNode {
  const t = useText()
  const { id = '' } = useParams()
  const { data, error } = useLive(useApi().transfers.getGatePass, { id }, { clears: true })
  if (data) return <PassPage key={data.id} pass={data} />
  return (
    <PageFrame title={t('transfers.gate.title')}>
      {error && <EmptyState title={t('transfers.gate.missingPass')} hint={t('transfers.gate.missingPassHint')} actions={<Button component={RouterLink} to={gatePassesPath}>{t('transfers.gate.back')}</Button>} />}
    </PageFrame>
  )
}

function PassPage({ pass }: { readonly pass: GatePass }): ReactNode {
  const t = useText()
  const { day, decimal } = useFormats()
  const [language] = useLanguage()
  const { gatePassStatuses, fields } = texts[language].transfers
  const told = (quantity: GatePass['quantity']) => t('transfers.gate.pieces', { quantity: decimal(quantity) })
  return (
    <PageFrame
      title={pass.number} actions={<GateActs pass={pass} />}
      subtitle={(
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5 }}>
          <Button component={RouterLink} to={gatePassesPath} startIcon={<ArrowBack />} size="small" sx={{ ml: -1 }}>{t('transfers.gate.back')}</Button>
          <GateChip pass={pass} />
          <Box component="b" sx={{ color: 'text.primary' }}>{pass.itemName ?? pass.articleName}</Box>
          <span>{pass.partnerName}</span>
        </Box>
      )}
    >
      {pass.isLate && <Alert severity="warning">{t('transfers.gate.lateText', { remaining: decimal(pass.remaining), partner: pass.partnerName, day: day(pass.dueDay) })}</Alert>}
      <FigureRow
        figures={[
          { label: t('transfers.fields.quantity'), value: told(pass.quantity) }, { label: t('transfers.fields.returnedQuantity'), value: told(pass.returnedQuantity), hint: t('transfers.gate.andRejected', { quantity: decimal(pass.rejectQuantity) }) },
          { label: t('transfers.gate.remaining'), value: told(pass.remaining), hint: t('transfers.gate.due', { day: day(pass.dueDay) }) },
        ]}
      />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' }, alignItems: 'start' }}>
        <Section title={t('transfers.gate.facts')}><Box sx={{ p: 2 }}><Facts pass={pass} /></Box></Section>
        <Section title={t('transfers.gate.history')}><Box sx={{ p: 2 }}><RecordHistory entity="gatePass" id={pass.id} words={{ status: gatePassStatuses }} labels={fields} /></Box></Section>
      </Box>
    </PageFrame>
  )
}

function Facts({ pass }: { readonly pass: GatePass }): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const personName = usePersonName()
  const said = (name: string | null, at: string | null) => (name === null || at === null ? null : `${personName(name)}, ${instant(at, 'short')}`)
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('transfers.fields.workOrderId'), <WorkOrderLink key="work" id={pass.workOrderId} number={pass.workOrderNumber} />], [t('transfers.gate.stage'), `${pass.stageName} · ${pass.sectionName}`], [t('transfers.fields.articleId'), pass.articleName],
    [t('transfers.fields.partnerId'), pass.partnerName], [t('transfers.fields.sentBy'), said(pass.sentByName, pass.createdAt)], [t('transfers.fields.returnedBy'), said(pass.returnedByName, pass.returnedAt)],
    [t('transfers.fields.shortReason'), pass.shortReason], [t('transfers.fields.cancelledBy'), said(pass.cancelledByName, pass.cancelledAt)], [t('transfers.fields.cancelReason'), pass.cancelReason], [t('transfers.fields.correctedBy'), said(pass.correctedByName, pass.correctedAt)], [t('transfers.fields.correctReason'), pass.correctReason], [t('transfers.fields.notes'), pass.notes],
  ]
  return <FactList facts={facts.filter(([, value]) => value !== null && value !== '').map(([label, value]) => ({ label, value }))} />
}
