import ArrowBack from '@mui/icons-material/ArrowBack'
import SearchOff from '@mui/icons-material/SearchOffOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { useState, type ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import type { InputIssue } from '../../shared/core/errors.ts'
import { documentRight, documentStatuses } from '../../shared/warehouse/document-rules.ts'
import type { StockDocument, StockDocumentDetail, StockDocumentLine } from '../../shared/warehouse/documents.ts'
import { ApprovalButtons } from '../components/approval-buttons.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { goToFault } from '../components/entry-grid-acts.ts'
import { useEntryGrid, useUnsavedCount, type EntryGridHandle } from '../components/entry-grid-handle.ts'
import { refuseRows } from '../components/entry-grid-records.ts'
import { FactList } from '../components/fact-list.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { RecordHistory } from '../components/record-history.tsx'
import { RefusedLines } from '../components/refused-lines.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useWaiting } from '../core/approvals.ts'
import { errorText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { stockDocumentsPath } from '../core/paths.ts'
import { usePersonName } from '../core/person-name.ts'
import { useMay } from '../core/session.ts'
import { showDone, showError } from '../core/toasts.ts'
import { useDocumentActs } from './document-acts.tsx'
import { entryOf, hasMoved, recordOf, useDocumentDefinition, type DocumentRow } from './document-definition.ts'
import { DocumentSheet, DocumentTable } from './document-lines.tsx'
import { DocumentStatusChip, placesText } from './document-look.tsx'
import { DocumentPapers } from './document-papers.tsx'
import { MoveKindChip } from './stock-chips.tsx'

/** One document: a draft to be typed and posted, or what was posted. */
export function DocumentScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const { documentId = '' } = useParams()
  const { data, error } = useLive(api.warehouse.getStockDocument, { id: documentId }, { clears: true })
  if (data) return <DocumentPage key={data.document.id} detail={data} />
  return (
    <PageFrame title={t('warehouse.documents.title')}>
      {error ? (
        <EmptyState
          role="alert" icon={<SearchOff />} title={t('warehouse.documents.notFound')} hint={error.code === 'not-found' ? t('warehouse.documents.notFoundHint') : errorText(error)}
          actions={<Button variant="contained" component={Link} to={stockDocumentsPath}>{t('warehouse.documents.back')}</Button>}
        />
      ) : <Skeleton variant="rounded" height={320} />}
    </PageFrame>
  )
}

function DocumentPage({ detail }: { readonly detail: StockDocumentDetail }): ReactNode {
  const may = useMay()
  const { document, lines, request } = detail
  const [refused, setRefused] = useState<readonly InputIssue[]>([])
  const grid = useEntryGrid(useDocumentDefinition(document, detail.overuses))
  const hasUnsaved = useUnsavedCount(grid) > 0
  const isTyped = document.status === 'DRAFT' && request === null && may('warehouse.execute')
  const acts = useDocumentActs({ ...detail, hasUnsaved: isTyped && hasUnsaved, onRefused: issues => { setRefused(issues); markRefused(grid, lines, issues) } })
  return (
    <PageFrame title={document.number} subtitle={<Identity document={document} />} actions={acts.buttons} fills={isTyped}>
      <Hints detail={detail} isTyped={isTyped} refused={refused} />
      {isTyped ? <DocumentSheet document={document} lines={lines} grid={grid} tools={<BooksButton document={document} lines={lines} />} /> : <DocumentTable document={document} lines={lines} />}
      {!isTyped && (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' }, alignItems: 'start' }}>
          <Facts document={document} />
          <Box sx={{ display: 'grid', gap: 2 }}>
            <DocumentPapers document={document} />
            <History document={document} />
          </Box>
        </Box>
      )}
      {acts.dialogs}
    </PageFrame>
  )
}

/** The refusals of posting stand at their cells too. */
function markRefused(grid: EntryGridHandle<DocumentRow, StockDocumentLine>, lines: readonly StockDocumentLine[], issues: readonly InputIssue[]): void {
  grid.store.act(state => {
    const rows = lines.map(({ id }) => state.rows.find(({ key }) => state.records.get(key)?.id === id)).filter(row => row !== undefined)
    if (rows.length !== lines.length) return state
    const marked = refuseRows(state, rows, issues.filter(({ path }) => path.some(part => typeof part === 'number')))
    return issues.length === 0 ? marked : goToFault(marked, 1, { row: 0, column: -1 })
  })
}

function Identity({ document }: { readonly document: StockDocument }): ReactNode {
  const t = useText()
  const told = [document.issuedFor === null ? '' : t(`warehouse.purposes.${document.issuedFor}`), document.partnerName, document.reference, document.notes].filter(Boolean).join(' · ')
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.25, rowGap: 0.5 }}>
      <Button component={Link} to={stockDocumentsPath} startIcon={<ArrowBack />} size="small" sx={{ ml: -1 }}>{t('warehouse.documents.back')}</Button>
      <DocumentStatusChip status={document.status} />
      <MoveKindChip move={{ kind: document.kind, reverses: null }} />
      <Box component="b" sx={{ color: 'text.primary' }}>{placesText(document)}</Box>
      <span>{told}</span>
    </Box>
  )
}

function Hints({ detail: { document, lines, request, overuses }, isTyped, refused }: { readonly detail: StockDocumentDetail; readonly isTyped: boolean; readonly refused: readonly InputIssue[] }): ReactNode {
  const t = useText()
  const may = useMay()
  const { stepOf } = useWaiting()
  if (request) {
    const step = stepOf(request.id)
    const title = textOf('approvals.kinds.STOCK_DOCUMENT.title', { document: document.number, reason: document.notes }) ?? ''
    return (
      <Alert severity="info" sx={{ alignItems: 'center' }} action={step === undefined ? undefined : <ApprovalButtons id={request.id} step={step} number={request.number} title={title} />}>
        {t('warehouse.documents.waits', { number: request.number })}: {title}
      </Alert>
    )
  }
  if (refused.length > 0) {
    return <Alert severity="error" role="alert">{t('warehouse.documents.refused', { count: refused.length })}<RefusedLines issues={refused} nameOf={line => lines[line]?.itemName} /></Alert>
  }
  if (isTyped && lines.some(data => hasMoved({ data }))) return <Alert severity="warning">{t('warehouse.documents.booksHaveMoved')}</Alert>
  if (isTyped && overuses.length > 0) return <Alert severity="warning">{t('warehouse.documents.overuses', { count: overuses.length })}</Alert>
  return isTyped && !may(documentRight(document.kind)) ? <Alert severity="info">{t('warehouse.documents.asksFirst')}</Alert> : null
}

/** Takes down anew what the books say of lines that moved since they were counted. */
function BooksButton({ document: { id: documentId, kind }, lines }: Pick<StockDocumentDetail, 'document' | 'lines'>): ReactNode {
  const t = useText()
  const { warehouse } = useApi()
  const moved = lines.filter(data => hasMoved({ data }))
  if (moved.length === 0) return null
  async function take(): Promise<void> {
    try {
      await warehouse.saveStockDocumentLines({ documentId, lines: moved.map(line => entryOf({ id: line.id, line: recordOf(line, kind, false).line, data: line })) })
      showDone(t('warehouse.documents.booksRead'))
    } catch (error) {
      showError(error)
    }
  }
  return <Button size="small" onClick={() => void take()}>{t('warehouse.documents.readBooks')}</Button>
}

function Facts({ document }: { readonly document: StockDocument }): ReactNode {
  const t = useText()
  const { instant, day } = useFormats()
  const personName = usePersonName()
  const by = (name: string | null, at: string | null) => (name === null || at === null ? null : `${personName(name)}, ${instant(at, 'short')}`)
  const facts = [
    [t('warehouse.documents.kind'), t(`warehouse.documents.papers.${document.kind}`)], [t('warehouse.documents.partner'), document.partnerName],
    [t('warehouse.entry.fromPlace'), document.fromLocationName], [t('warehouse.entry.intoPlace'), document.toLocationName],
    [t('warehouse.fields.purpose'), document.issuedFor === null ? null : t(`warehouse.purposes.${document.issuedFor}`)], [t('warehouse.documents.reference'), document.reference],
    [t(document.kind === 'ADJUSTMENT' ? 'warehouse.documents.reason' : 'warehouse.fields.note'), document.notes], [t('warehouse.fields.day'), document.postedDay === null ? null : day(document.postedDay)],
    [t('warehouse.documents.createdBy'), by(document.createdByName, document.createdAt)], [t('warehouse.documents.postedBy'), by(document.postedByName, document.postedAt)],
    [t('warehouse.documents.reversedBy'), by(document.reversedByName, document.reversedAt)], [t('warehouse.documents.reverseReason'), document.reverseReason],
  ] as const
  return (
    <Section title={t('warehouse.documents.facts')}>
      <Box sx={{ p: 2 }}><FactList facts={facts.filter(([, value]) => value !== null && value !== '').map(([label, value]) => ({ label, value }))} /></Box>
    </Section>
  )
}

function History({ document }: { readonly document: StockDocument }): ReactNode {
  const t = useText()
  const labels = {
    status: t('warehouse.fields.status'), kind: t('warehouse.documents.kind'), fromLocationId: t('warehouse.entry.fromPlace'), toLocationId: t('warehouse.entry.intoPlace'), issuedFor: t('warehouse.fields.purpose'),
    partnerId: t('warehouse.documents.partner'), reference: t('warehouse.documents.reference'), notes: t('warehouse.fields.note'), postedBy: t('warehouse.documents.postedBy'), reversedBy: t('warehouse.documents.reversedBy'),
    reverseReason: t('warehouse.documents.reverseReason'),
  }
  const words = { status: Object.fromEntries(documentStatuses.map(status => [status, t(`warehouse.documents.statuses.${status}`)])), kind: { [document.kind]: t(`warehouse.documents.kinds.${document.kind}`) } }
  return <Section title={t('warehouse.documents.history')}><Box sx={{ p: 2 }}><RecordHistory entity="stockDocument" id={document.id} labels={labels} words={words} /></Box></Section>
}
