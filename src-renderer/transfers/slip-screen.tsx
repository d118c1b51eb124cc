import ArrowBack from '@mui/icons-material/ArrowBack'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { Link as RouterLink, useParams } from 'react-router'
import type { Transfer } from '../../shared/transfers/slips.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { FactList } from '../components/fact-list.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { RecordHistory } from '../components/record-history.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { usePersonName } from '../core/person-name.ts'
import { useSlipHistoryTexts } from './history-texts.ts'
import { marksOf, SlipChip } from './looks.tsx'
import { useMySections } from './my-sections.ts'
import { slipsPath } from './paths.ts'
import { SlipActs } from './slip-acts.tsx'

/** One slip with all that happened to it. */
export function SlipScreen(): ReactNode {
  const t = useText()
  const { id = '' } = useParams()
  const { data, error } = useLive(useApi().transfers.getTransfer, { id }, { clears: true })
  if (data) return <SlipPage key={data.id} slip={data} />
  return <PageFrame title={t('transfers.slips')}>{error && <EmptyState title={t('transfers.missing')} hint={t('transfers.missingHint')} actions={<Button component={RouterLink} to={slipsPath}>{t('transfers.back')}</Button>} />}</PageFrame>
}

function SlipPage({ slip }: { readonly slip: Transfer }): ReactNode {
  const t = useText()
  const endOf = useMySections()
  const history = useSlipHistoryTexts()
  return (
    <PageFrame
      title={slip.number} actions={<SlipActs slip={slip} end={endOf(slip)} />}
      subtitle={(
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5 }}>
          <Button component={RouterLink} to={slipsPath} startIcon={<ArrowBack />} size="small" sx={{ ml: -1 }}>{t('transfers.back')}</Button>
          <SlipChip slip={slip} />
          <Box component="b" sx={{ color: 'text.primary' }}>{slip.itemName ?? slip.articleName}</Box>
          <span>{t('transfers.fromTo', { from: slip.fromSectionName, to: slip.toSectionName })}</span>
        </Box>
      )}
    >
      {slip.block !== null && <Alert severity={slip.block === 'SEGREGATION' ? 'error' : 'warning'}>{t(`transfers.doWhat.${slip.block}`)}</Alert>}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' }, alignItems: 'start' }}>
        <Section title={t('transfers.facts')}><Box sx={{ p: 2 }}><Facts slip={slip} /></Box></Section>
        <Section title={t('transfers.history')}><Box sx={{ p: 2 }}><RecordHistory entity="transfer" id={slip.id} {...history} /></Box></Section>
      </Box>
    </PageFrame>
  )
}

function Facts({ slip }: { readonly slip: Transfer }): ReactNode {
  const t = useText()
  const { decimal, instant, minutes } = useFormats()
  const personName = usePersonName()
  const said = (name: string | null, at: string | null) => (name === null || at === null ? null : `${personName(name)}, ${instant(at, 'short')}`)
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('transfers.fields.quantity'), t('transfers.pieces', { quantity: decimal(slip.quantity) })], [t('transfers.fields.countedQuantity'), slip.countedQuantity === null ? null : decimal(slip.countedQuantity)],
    [t('transfers.fields.firstCountedQuantity'), slip.firstCountedQuantity === null || slip.firstCountedQuantity === slip.countedQuantity ? null : decimal(slip.firstCountedQuantity)],
    [t('transfers.fields.receivedQuantity'), slip.receivedQuantity === null ? null : decimal(slip.receivedQuantity)], [t('transfers.fields.varianceReason'), slip.varianceReason],
    [t('transfers.fields.fromWorkOrderId'), `${slip.fromWorkOrderNumber} · ${slip.fromStageName}`], [t('transfers.fields.toWorkOrderId'), `${slip.toWorkOrderNumber} · ${slip.toStageName}`],
    [t('transfers.fields.productionLineId'), slip.productionLineName], [t('transfers.fields.articleId'), slip.articleName], [t('transfers.fields.batch'), slip.batch], [t('transfers.fields.week'), marksOf(slip)],
    [t('transfers.fields.sentBy'), said(slip.sentByName, slip.createdAt)], [t('transfers.fields.acceptedBy'), said(slip.acceptedByName, slip.acceptedAt)], [t('transfers.duration'), minutes(slip.minutes)],
    [t('transfers.fields.releasedBy'), said(slip.releasedByName, slip.releasedAt)], [t('transfers.fields.releaseMethod'), slip.releaseMethod === null ? null : t(`transfers.releaseMethods.${slip.releaseMethod}`)],
    [t('transfers.fields.gapMetres'), slip.gapMetres === null ? null : decimal(slip.gapMetres)], [t('transfers.fields.releaseNote'), slip.releaseNote], [t('transfers.fields.cancelledBy'), said(slip.cancelledByName, slip.cancelledAt)],
    [t('transfers.fields.cancelReason'), slip.cancelReason], [t('transfers.fields.notes'), slip.notes], [t('transfers.fields.barcode'), slip.barcode],
  ]
  return <FactList facts={facts.filter(([, value]) => value !== null && value !== '').map(([label, value]) => ({ label, value }))} />
}
