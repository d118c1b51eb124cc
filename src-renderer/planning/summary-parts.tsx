import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import type { SummaryContent, SummaryLine } from '../../shared/planning/summaries.ts'
import { PlainTable, type PlainColumn } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { HealthChip } from './board-look.tsx'
import { planningBoardPath } from './paths.ts'

interface PartProps {
  readonly content: SummaryContent
}

/** What the morning asks for. */
export function SummaryActs({ content: { acts } }: PartProps): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  return (
    <Part name="acts" isEmpty={acts.length === 0}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {acts.map(({ act, count }) => (
          <Box
            component="li"
            key={act}
            sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline', px: 2, py: 0.75, borderTop: 1, borderColor: 'divider' }}
          >
            <Box component="b" sx={{ minWidth: 36, textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
              {integer(count)}
            </Box>
            {t(`planning.summary.acts.${act}`)}
          </Box>
        ))}
      </Box>
    </Part>
  )
}

export function SummaryLate({ content: { late, counts } }: PartProps): ReactNode {
  const t = useText()
  const { head, cells } = useLines()
  return (
    <Part name="late" isEmpty={late.length === 0} rest={counts.late - late.length}>
      <PlainTable
        label={t('planning.summary.parts.late')}
        head={[...head, { prose: t('planning.summary.why') }]}
        rows={late.map(line => ({
          key: line.id,
          cells: [
            ...cells(line),
            <Box key="why" sx={{ display: 'grid', gap: 0.5, justifyItems: 'start' }}>
              <HealthChip health={line.health} />
              <span>{[...line.causes, ...line.obstacles].map(cause => t(`planning.board.causes.${cause}`)).join(' · ')}</span>
            </Box>,
          ],
        }))}
      />
    </Part>
  )
}

export function SummaryRunning({ content: { running, counts } }: PartProps): ReactNode {
  const t = useText()
  const { head, cells } = useLines()
  return (
    <Part name="running" isEmpty={running.length === 0} rest={counts.running - running.length}>
      <PlainTable
        label={t('planning.summary.parts.running')}
        head={[...head, { words: t('planning.board.state') }]}
        rows={running.map(line => ({ key: line.id, cells: [...cells(line), <HealthChip key="health" health={line.health} />] }))}
      />
    </Part>
  )
}

export function SummaryFinished({ content: { finished, counts } }: PartProps): ReactNode {
  const t = useText()
  const { head, cells } = useLines()
  return (
    <Part name="finished" isEmpty={finished.length === 0} rest={counts.finished - finished.length}>
      <PlainTable
        label={t('planning.summary.parts.finished')}
        head={head}
        rows={finished.map(line => ({ key: line.id, cells: cells(line) }))}
      />
    </Part>
  )
}

export function SummaryMaterials({ content: { materials, counts } }: PartProps): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  return (
    <Part name="materials" isEmpty={materials.length === 0} rest={counts.materials - materials.length}>
      <PlainTable
        label={t('planning.summary.parts.materials')}
        head={[
          t('planning.orders.materials'),
          t('planning.orders.missing'),
          { words: t('warehouse.shortages.fields.severity') },
          { prose: t('planning.summary.why') },
        ]}
        rows={materials.map(({ itemId, itemCode, itemName, unitCode, missing, required, severity, workOrders }) => ({
          key: itemId,
          cells: [
            <span key="item">
              <b>{itemCode}</b> {itemName}
            </span>,
            `${decimal(missing)} ${unitCode}`,
            <StatusChip key="severity" tone={severity === 'CRITICAL' ? 'bad' : 'warning'} label={t(`warehouse.debts.risks.${severity}`)} />,
            t('planning.summary.shortOf', { required: decimal(required), unit: unitCode, orders: workOrders }),
          ],
        }))}
      />
    </Part>
  )
}

interface SectionPartProps {
  readonly name: 'acts' | 'late' | 'materials' | 'running' | 'finished'
  readonly isEmpty: boolean
  readonly rest?: number
  readonly children: ReactNode
}

function Part({ name, isEmpty, rest = 0, children }: SectionPartProps): ReactNode {
  const t = useText()
  return (
    <Section title={t(`planning.summary.parts.${name}`)}>
      {isEmpty ? <Box sx={{ px: 2, py: 1.25, color: 'text.secondary' }}>{t(`planning.summary.none.${name}`)}</Box> : children}
      {rest > 0 && <Box sx={{ px: 2, py: 1, color: 'text.secondary' }}>{t('planning.summary.more', { count: rest })}</Box>}
    </Section>
  )
}

/** A work order as each part tells it: what, how far, and until when. */
function useLines(): { readonly head: readonly PlainColumn[]; cells(line: SummaryLine): readonly ReactNode[] } {
  const t = useText()
  const { integer, day } = useFormats()
  return {
    head: [
      t('planning.fields.workOrderId'),
      t('planning.board.output'),
      { words: t('planning.board.finish') },
    ],
    cells: ({ id, number, sectionName, articleName, produced, target, finishDay, deadlineDay }) => [
      <span key="number">
        <Link component={RouterLink} to={`${planningBoardPath}?work=${id}`} sx={{ fontWeight: 650, whiteSpace: 'nowrap' }}>
          {number}
        </Link>
        <Box component="span" sx={below}>
          {sectionName} · {articleName}
        </Box>
      </span>,
      t('planning.board.ofTarget', { produced: integer(produced), target: integer(target) }),
      <span key="finish">
        {finishDay === null ? '–' : day(finishDay)}
        <Box component="span" sx={below}>
          {t('planning.board.dueOn', { day: day(deadlineDay) })}
        </Box>
      </span>,
    ],
  }
}

const below = { display: 'block', fontSize: '0.8125rem', color: 'text.secondary' } as const
