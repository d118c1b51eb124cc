import Posted from '@mui/icons-material/CheckCircleOutlined'
import Draft from '@mui/icons-material/EditNoteOutlined'
import Reversed from '@mui/icons-material/UndoOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'
import type { DocumentStatus } from '../../shared/warehouse/document-rules.ts'
import type { StockDocument } from '../../shared/warehouse/documents.ts'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useText, type Translate } from '../core/i18n.ts'

const statuses: Readonly<Record<DocumentStatus, { readonly tone: Tone; readonly icon: SvgIconComponent }>> = {
  DRAFT: { tone: 'waiting', icon: Draft }, POSTED: { tone: 'good', icon: Posted }, REVERSED: { tone: 'neutral', icon: Reversed },
}

export function DocumentStatusChip({ status }: { readonly status: DocumentStatus }): ReactNode {
  const t = useText()
  return <StatusChip {...statuses[status]} label={t(`warehouse.documents.statuses.${status}`)} />
}

/** "Gudang utama → Rak Jahit", as far as the document itself names its places. */
export function placesText({ fromLocationName, toLocationName }: Pick<StockDocument, 'fromLocationName' | 'toLocationName'>): string {
  return [fromLocationName, toLocationName].filter(Boolean).join(' → ')
}

/** What a document moves, in one line: its first item, and how many more. */
export function contentsText(t: Translate, { firstItemName, lineCount }: Pick<StockDocument, 'firstItemName' | 'lineCount'>): string {
  if (firstItemName === null) return t('warehouse.documents.noLines')
  return lineCount === 1 ? firstItemName : t('warehouse.documents.more', { name: firstItemName, count: lineCount - 1 })
}
