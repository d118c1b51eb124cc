import ArrowBack from '@mui/icons-material/ArrowBack'
import SearchOff from '@mui/icons-material/SearchOffOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import type { ReactNode } from 'react'
import { Link as RouterLink, useParams } from 'react-router'
import type { Carton } from '../../shared/finished-goods/cartons.ts'
import { texts } from '../../shared/texts.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { FactList } from '../components/fact-list.tsx'
import { LabelsButton } from '../components/labels-button.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { RecordHistory } from '../components/record-history.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { errorText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useLanguage, useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { receivingPath } from '../core/paths.ts'
import { usePersonName } from '../core/person-name.ts'
import { CartonChip } from './looks.tsx'
import { receivingDeliveryPath } from './paths.ts'

/** One carton: what is in it, for whom, and how far it has come. */
export function CartonScreen(): ReactNode {
  const t = useText()
  const { id = '' } = useParams()
  const { data, error } = useLive(useApi().finishedGoods.getCarton, { id }, { clears: true })
  if (data) return <CartonPage key={data.id} carton={data} />
  return (
    <PageFrame title={t('finishedGoods.fields.carton')}>
      {error ? (
        <EmptyState
          role="alert" icon={<SearchOff />} title={t('finishedGoods.carton.notFound')} hint={error.code === 'not-found' ? t('finishedGoods.carton.notFoundHint') : errorText(error)}
          actions={<Button variant="contained" component={RouterLink} to={receivingPath}>{t('finishedGoods.carton.back')}</Button>}
        />
      ) : <Skeleton variant="rounded" height={240} />}
    </PageFrame>
  )
}

function CartonPage({ carton }: { readonly carton: Carton }): ReactNode {
  const t = useText()
  const [language] = useLanguage()
  const { finishedGoods } = texts[language]
  const { id, number, status, articleName, deliveryId } = carton
  return (
    <PageFrame
      title={number}
      subtitle={(
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
          <Button component={RouterLink} to={receivingPath} startIcon={<ArrowBack />} size="small" sx={{ ml: -1 }}>{t('finishedGoods.carton.back')}</Button>
          <CartonChip status={status} />
          <Box component="b" sx={{ color: 'text.primary' }}>{articleName}</Box>
        </Box>
      )}
      actions={(
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <LabelsButton subject={{ id, kinds: ['packedCarton'], name: number }} />
          <Button variant="contained" component={RouterLink} to={receivingDeliveryPath(deliveryId)}>{t('finishedGoods.carton.receive')}</Button>
        </Box>
      )}
    >
      <Section title={t('finishedGoods.carton.facts')}><Box sx={{ p: 2 }}><Facts carton={carton} /></Box></Section>
      <Section title={t('finishedGoods.carton.history')}>
        <Box sx={{ p: 2 }}><RecordHistory entity="carton" id={id} labels={finishedGoods.fields} /></Box>
      </Section>
    </PageFrame>
  )
}

function Facts({ carton }: { readonly carton: Carton }): ReactNode {
  const t = useText()
  const { day, decimal, instant } = useFormats()
  const personName = usePersonName()
  const { articleCode, articleName, quantity, countedQuantity, unitCode, week, destination, traceCode, shippingMark, manufacturingNumber, packedDay, packedByName, scannedAt, scannedByName, receiptNumber, note, isPartial } = carton
  const sized = (pieces: typeof quantity) => `${decimal(pieces)}\u00a0${unitCode}`
  const facts: readonly (readonly [string, string | null])[] = [
    [t('planning.fields.article'), `${articleCode} ${articleName}`], [t('finishedGoods.fields.quantity'), `${sized(quantity)}${isPartial ? ` · ${t('finishedGoods.packing.partial')}` : ''}`],
    [t('finishedGoods.fields.countedQuantity'), countedQuantity === null || countedQuantity === quantity ? null : `${sized(countedQuantity)} · ${note}`],
    [t('planning.fields.manufacturingOrderId'), manufacturingNumber], [t('planning.fields.week'), week], [t('planning.fields.destination'), destination === null ? null : t(`planning.destinations.${destination}`)],
    [t('finishedGoods.carton.trace'), traceCode], [t('finishedGoods.carton.mark'), shippingMark], [t('finishedGoods.fields.packedDay'), `${day(packedDay)}, ${personName(packedByName)}`],
    [t('finishedGoods.fields.scannedAt'), scannedAt === null ? null : `${instant(scannedAt, 'short')}, ${personName(scannedByName ?? '')}`], [t('finishedGoods.fields.receiptId'), receiptNumber],
  ]
  return <FactList facts={facts.filter(([, value]) => value !== null && value !== '').map(([label, value]) => ({ label, value }))} />
}
