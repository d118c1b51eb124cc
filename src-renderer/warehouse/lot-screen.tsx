import ArrowBack from '@mui/icons-material/ArrowBack'
import Edit from '@mui/icons-material/EditOutlined'
import History from '@mui/icons-material/HistoryOutlined'
import SearchOff from '@mui/icons-material/SearchOffOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useState, type ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import type { AppContract } from '../../shared/contract.ts'
import { decimalText, sumDecimals } from '../../shared/core/decimal.ts'
import type { OutputOf } from '../../shared/core/procedure.ts'
import type { StockMove } from '../../shared/warehouse/moves.ts'
import { AttachmentList } from '../components/attachment-list.tsx'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FactList } from '../components/fact-list.tsx'
import { LabelsButton } from '../components/labels-button.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { RecordHistory } from '../components/record-history.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { errorText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { lotsPath, stockCardPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { ExpiryMark } from './lot-columns.tsx'
import { LotForm } from './lot-form.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { useMoveColumns, Way } from './move-columns.tsx'
import { useQuantityTexts } from './quantities.ts'
import { UnitQuantityCell } from './stock-cells.tsx'
import { DocumentLink } from './stock-reservations.tsx'

type LotWithPlaces = OutputOf<AppContract['warehouse']['getLot']>

/** One lot: what is known of it, where it stands, how it came and went. */
export function LotScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const { lotId = '' } = useParams()
  const { data: lot, error } = useLive(api.warehouse.getLot, { id: lotId }, { clears: true })
  if (lot) return <LotPage key={lot.id} lot={lot} />
  const isMissing = error?.code === 'not-found' || error?.code === 'invalid-input'
  return (
    <PageFrame title={t('warehouse.lots.lot')}>
      {error ? (
        <EmptyState
          role="alert"
          icon={<SearchOff />}
          title={isMissing ? t('warehouse.lots.notFound') : t('table.failed')}
          hint={isMissing ? t('warehouse.lots.notFoundHint') : errorText(error)}
          actions={
            <Button variant="contained" component={Link} to={lotsPath}>
              {t('warehouse.lots.back')}
            </Button>
          }
        />
      ) : (
        <Skeleton variant="rounded" height={320} />
      )}
    </PageFrame>
  )
}

function LotPage({ lot }: { readonly lot: LotWithPlaces }): ReactNode {
  const t = useText()
  const may = useMay()
  const [isEditing, setEditing] = useState(false)
  const onHand = sumDecimals(lot.places.map(place => place.onHand))
  return (
    <PageFrame
      title={lot.code}
      subtitle={<Identity lot={lot} />}
      actions={
        <>
          {may('warehouse.update') && (
            <Button variant="outlined" color="inherit" startIcon={<Edit />} onClick={() => setEditing(true)}>
              {t('warehouse.lots.edit')}
            </Button>
          )}
          <LabelsButton subject={{ id: lot.id, kinds: ['lot'], name: lot.code, quantity: decimalText(onHand), unit: lot.unitCode }} />
        </>
      }
    >
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'start' }}>
        <Section title={t('warehouse.lots.lot')}>
          <Box sx={{ p: 2 }}>
            <LotFacts lot={lot} />
          </Box>
        </Section>
        <Section title={t('warehouse.lots.places')}>
          <LotPlaces lot={lot} />
        </Section>
      </Box>
      <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: 360 }}>
        <LotMoves lotId={lot.id} />
      </Box>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'start' }}>
        <Section title={t('warehouse.lots.attachments')}>
          <Box sx={{ p: 2 }}>
            <AttachmentList entity="stockLot" entityId={lot.id} mayChange={may('warehouse.update')} />
          </Box>
        </Section>
        <Section title={t('warehouse.lots.history')}>
          <Box sx={{ p: 2 }}>
            <RecordHistory entity="stockLot" id={lot.id} labels={useLotFieldNames()} />
          </Box>
        </Section>
      </Box>
      {isEditing && <LotForm lot={lot} onClose={() => setEditing(false)} />}
    </PageFrame>
  )
}

function useLotFieldNames(): Readonly<Record<string, string>> {
  const t = useText()
  return { expiresOn: t('warehouse.lots.expires'), supplierLot: t('warehouse.lots.supplierLot'), partnerId: t('warehouse.lots.partner'), notes: t('warehouse.lots.notes') }
}

function Identity({ lot }: { readonly lot: LotWithPlaces }): ReactNode {
  const t = useText()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.25, rowGap: 0.5 }}>
      <Button component={Link} to={lotsPath} startIcon={<ArrowBack />} size="small" sx={{ ml: -1 }}>
        {t('warehouse.lots.back')}
      </Button>
      <span>
        {lot.itemCode} · {lot.itemName}
      </span>
      <Button component={Link} to={stockCardPath(lot.itemId)} size="small">
        {t('warehouse.lots.toItem')}
      </Button>
    </Box>
  )
}

function LotFacts({ lot }: { readonly lot: LotWithPlaces }): ReactNode {
  const t = useText()
  const { day, price } = useFormats()
  const [place] = lot.places
  const facts = [
    { label: t('warehouse.lots.received'), value: day(lot.receivedDay) },
    { label: t('warehouse.lots.expires'), value: lot.expiresOn === null ? t('warehouse.lots.never') : place ? <ExpiryMark lot={place} /> : day(lot.expiresOn) },
    { label: t('warehouse.lots.supplierLot'), value: lot.supplierLot || '—' },
    { label: t('warehouse.lots.partner'), value: lot.partnerName ?? '—' },
    ...(lot.unitCost === undefined || lot.unitCost === null ? [] : [{ label: t('warehouse.lots.unitCost'), value: price(lot.unitCost) }]),
    ...(lot.documentNumber === null
      ? []
      : [{ label: t('warehouse.lots.origin'), value: <DocumentLink entity={lot.documentEntity} id={lot.documentId} number={lot.documentNumber} /> }]),
    ...(lot.notes === '' ? [] : [{ label: t('warehouse.lots.notes'), value: lot.notes }]),
  ]
  return <FactList facts={facts} />
}

function LotPlaces({ lot }: { readonly lot: LotWithPlaces }): ReactNode {
  const t = useText()
  const { full } = useQuantityTexts()
  if (lot.places.length === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary', p: 2 }}>
        {t('warehouse.lots.gone')}
      </Typography>
    )
  }
  const head = [t('warehouse.fields.location'), t('warehouse.fields.onHand'), t('warehouse.fields.reserved'), t('warehouse.fields.available')]
  return (
    <PlainTable
      label={t('warehouse.lots.places')}
      head={head}
      rows={lot.places.map(place => ({
        key: place.id,
        cells: [place.locationPath, full(place.onHand, place), full(place.reserved, place), <b key="available">{full(place.available, place)}</b>],
      }))}
    />
  )
}

function LotMoves({ lotId }: { readonly lotId: string }): ReactNode {
  const t = useText()
  const api = useApi()
  const [opened, setOpened] = useState<StockMove>()
  const isNarrow = useMediaQuery('(max-width: 1000px)', { noSsr: true })
  const { what, why } = useMoveColumns<StockMove>(isNarrow)
  const columns: BrowseColumn<StockMove, 'seq'>[] = [
    ...what,
    { name: 'way', label: t('warehouse.moves.way'), value: row => <Way move={row} />, minWidth: isNarrow ? 140 : 216, grow: 1.5 },
    {
      name: 'quantity',
      label: t('warehouse.fields.quantity'),
      kind: 'number',
      width: 124,
      value: row => <UnitQuantityCell quantity={row.quantity} unit={row} isUndone={row.reversedBy !== null} />,
    },
    ...why,
  ]
  return (
    <>
      <BrowseTable
        name="warehouse.lotMoves"
        title={t('warehouse.lots.moves')}
        call={api.warehouse.listMoves}
        columns={columns}
        fixed={{ filter: { lotId } }}
        rowId={({ seq }) => String(seq)}
        onOpen={setOpened}
        empty={<EmptyState icon={<History />} title={t('warehouse.moves.empty')} hint={t('warehouse.moves.emptyHint')} />}
      />
      {opened && <MoveDialog move={opened} onClose={() => setOpened(undefined)} />}
    </>
  )
}
