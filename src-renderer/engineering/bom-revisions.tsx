import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useState, type ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import type { BomDetail } from '../../shared/engineering/boms.ts'
import type { ComparedRow } from '../../shared/engineering/explosion.ts'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { SelectInput } from '../components/select-field.tsx'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { BomStatusChip } from './bom-words.tsx'
import { bomPath } from './paths.ts'

const tones: Readonly<Record<ComparedRow['change'], Tone>> = { ADDED: 'good', REMOVED: 'bad', CHANGED: 'warning', SAME: 'neutral' }

/** The revisions there are, and what lies between this one and another. */
export function BomRevisions({ bom }: { readonly bom: BomDetail }): ReactNode {
  const t = useText()
  const { day, integer } = useFormats()
  const { data: revisions = [] } = useLive(useApi().engineering.listRevisions, { id: bom.id })
  const others = revisions.filter(({ id }) => id !== bom.id)
  const [chosen, setChosen] = useState<string | null>(null)
  const other = others.find(({ id }) => id === chosen) ?? others.find(({ revision }) => revision < bom.revision) ?? others[0]
  return (
    <>
      <Section title={t('engineering.bom.tabs.revisions')}>
        <PlainTable
          label={t('engineering.bom.tabs.revisions')} head={[{ words: t('engineering.fields.revision') }, { prose: t('engineering.fields.revisionReason') }, { words: t('engineering.fields.revisedBy') }, { words: t('engineering.fields.revisedDay') }, { words: t('fields.status') }]}
          rows={revisions.map(row => ({ key: row.id, cells: [row.id === bom.id ? <b key="own">{integer(row.revision)}</b> : <Link component={RouterLink} key="other" to={bomPath(row.id)}>{integer(row.revision)}</Link>, row.revisionReason, row.revisedByName, day(row.revisedDay), <BomStatusChip key="status" status={row.status} />] }))}
        />
      </Section>
      {other && (
        <Section
          title={t('engineering.revisions.compare')}
          actions={<Box sx={{ width: 240 }}><SelectInput label={t('engineering.revisions.with')} value={other.id} onChange={setChosen} options={others.map(row => ({ value: row.id, label: t('engineering.bom.revision', { revision: integer(row.revision), day: day(row.revisedDay) }) }))} /></Box>}
        >
          <Comparison beforeId={other.revision < bom.revision ? other.id : bom.id} afterId={other.revision < bom.revision ? bom.id : other.id} />
        </Section>
      )}
    </>
  )
}

function Comparison({ beforeId, afterId }: { readonly beforeId: string; readonly afterId: string }): ReactNode {
  const t = useText()
  const { decimal, integer, percent } = useFormats()
  const { data } = useLive(useApi().engineering.compareBoms, { beforeId, afterId })
  if (!data) return null
  const said = (side: ComparedRow['before']) => (side === null ? '–' : `${decimal(side.quantity)} ${side.unitCode}${side.wastagePercent === 0 ? '' : ` + ${percent(side.wastagePercent)}`}`)
  return (
    <PlainTable
      label={t('engineering.revisions.compare')} head={[t('engineering.fields.componentItemId'), t('engineering.revisions.of', { revision: integer(data.before.revision) }), t('engineering.revisions.of', { revision: integer(data.after.revision) }), { words: t('engineering.revisions.change') }]}
      rows={data.rows.map((row, at) => ({ key: `${row.itemId} ${at}`, cells: [`${row.itemCode} ${row.itemName}`, said(row.before), said(row.after), <StatusChip key="change" tone={tones[row.change]} label={t(`engineering.revisions.changes.${row.change}`)} />] }))}
    />
  )
}
