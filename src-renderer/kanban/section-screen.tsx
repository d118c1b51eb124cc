import Add from '@mui/icons-material/Add'
import SpaceDashboard from '@mui/icons-material/SpaceDashboardOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { decimalText } from '../../shared/core/decimal.ts'
import type { AppContract } from '../../shared/contract.ts'
import type { OutputOf } from '../../shared/core/procedure.ts'
import { boardLanes } from '../../shared/kanban/rules.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { boardPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { useCardActs } from './card-acts.tsx'
import { CardDrawer } from './card-drawer.tsx'
import { useChosenSection, useOpenedCard } from './opened-card.ts'
import { boardsPath } from './paths.ts'
import { RequestDialog, type RequestDialogProps } from './request-dialog.tsx'
import { SectionChoice } from './section-choice.tsx'
import { CardLine, DeliveryLine, LowLine } from './section-lines.tsx'

type Dashboard = OutputOf<AppContract['kanban']['getSectionDashboard']>

/** One section at a glance: what waits, what is late, what runs out, what came. */
export function SectionScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const navigate = useNavigate()
  const [chosen, choose] = useChosenSection()
  const { id: openedId, open, close } = useOpenedCard()
  const [asked, setAsked] = useState<Pick<RequestDialogProps, 'item'>>()
  const acts = useCardActs()
  const { data: boards, error: boardsError, refetch: rereadBoards } = useLive(api.kanban.listBoards, {})
  const sectionId = chosen ?? boards?.[0]?.sectionId
  const { data, error, refetch } = useLive(api.kanban.getSectionDashboard, { sectionId: sectionId ?? '' }, { enabled: sectionId !== undefined })

  if (boardsError && !boards) return <PageFrame title={t('kanban.dashboard.title')}><FailureState error={boardsError} onRetry={() => void rereadBoards()} /></PageFrame>
  if (boards?.length === 0) {
    const setUp = may('kanban.update') && <Button variant="contained" onClick={() => void navigate(boardsPath)}>{t('kanban.boards.add')}</Button>
    return <PageFrame title={t('kanban.dashboard.title')}><EmptyState icon={<SpaceDashboard />} title={t('kanban.board.noBoards')} hint={t('kanban.board.noBoardsHint')} actions={setUp} /></PageFrame>
  }
  const canAsk = may('kanban.create') && data?.board.isActive === true
  return (
    <PageFrame
      title={t('kanban.dashboard.title')} subtitle={<SectionChoice sectionId={sectionId} onChoose={choose} hasAll={false} />}
      actions={
        <>
          <Button variant="outlined" onClick={() => void navigate(`${boardPath}?section=${sectionId ?? ''}`)}>{t('kanban.dashboard.open')}</Button>
          {canAsk && <Button variant="contained" startIcon={<Add />} onClick={() => setAsked({})}>{t('kanban.board.request')}</Button>}
        </>
      }
    >
      {error && !data && <FailureState error={error} onRetry={() => void refetch()} />}
      {data && (
        <>
          <Counts dashboard={data} />
          <Box sx={{ flexShrink: 0, columns: '2 400px', columnGap: 2, '& > section': { breakInside: 'avoid', mb: 2 } }}>
            <Panel title={t('kanban.dashboard.late')} empty={t('kanban.dashboard.noLate')}>{data.late.map(card => <CardLine key={card.id} card={card} onOpen={() => open(card.id)} />)}</Panel>
            <Panel title={t('kanban.dashboard.waiting')} empty={t('kanban.dashboard.noWaiting')}>{data.waiting.map(card => <CardLine key={card.id} card={card} onOpen={() => open(card.id)} />)}</Panel>
            <Panel title={t('kanban.dashboard.low')} empty={t('kanban.dashboard.noLow')}>
              {data.low.map(rule => (
                <LowLine
                  key={rule.id} rule={rule}
                  onAsk={canAsk ? () => setAsked({ item: { option: { id: rule.itemId, code: rule.itemCode, name: rule.itemName }, quantity: decimalText(rule.orderQuantity) } }) : undefined}
                />
              ))}
            </Panel>
            <Panel title={t('kanban.dashboard.deliveries')} empty={t('kanban.dashboard.noDeliveries')}>{data.deliveries.map(delivery => <DeliveryLine key={delivery.seq} delivery={delivery} onOpen={open} />)}</Panel>
          </Box>
        </>
      )}
      {openedId !== null && <CardDrawer id={openedId} acts={acts} onClose={close} />}
      {asked && data && <RequestDialog boards={[data.board]} sectionId={sectionId} {...asked} onClose={() => setAsked(undefined)} />}
      {acts.dialogs}
    </PageFrame>
  )
}

function Counts({ dashboard: { counts, store } }: { readonly dashboard: Dashboard }): ReactNode {
  const t = useText()
  const lanes = boardLanes.filter(lane => lane !== 'PLANNED' || counts.PLANNED > 0)
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fit, minmax(116px, 1fr))' }}>
      {lanes.map(lane => <Figure key={lane} label={t(`kanban.statuses.${lane}`)} value={String(counts[lane])} hint={lane === 'COMPLETED' ? t('kanban.board.completedHint') : undefined} />)}
      <Figure
        label={t('kanban.fields.store')} value={String(store.items - store.empty)}
        hint={[t('kanban.dashboard.storeItems', { count: store.items - store.empty }), store.empty > 0 && t('kanban.dashboard.storeEmpty', { count: store.empty })].filter(Boolean).join(', ')}
      />
    </Box>
  )
}

function Figure({ label, value, hint }: { readonly label: string; readonly value: string; readonly hint?: string | undefined }): ReactNode {
  return (
    <Paper variant="outlined" sx={{ p: 1.5 }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>{label}</Typography>
      <Typography sx={{ fontSize: '1.75rem', fontWeight: 700, lineHeight: 1.3, fontVariantNumeric: 'tabular-nums' }}>{value}</Typography>
      {hint !== undefined && <Typography variant="caption" sx={{ color: 'text.secondary' }}>{hint}</Typography>}
    </Paper>
  )
}

function Panel({ title, empty, children }: { readonly title: string; readonly empty: string; readonly children: readonly ReactNode[] }): ReactNode {
  return (
    <Paper variant="outlined" component="section" aria-label={title}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1, px: 2, pt: 1.5, pb: 0.5 }}>
        <Typography component="h2" variant="h2" sx={{ fontSize: '1rem' }}>{title}</Typography>
        {children.length > 0 && <Typography sx={{ fontWeight: 700, color: 'text.secondary' }}>{children.length}</Typography>}
      </Box>
      {children.length === 0
        ? <Typography variant="body2" sx={{ color: 'text.secondary', px: 2, pb: 2 }}>{empty}</Typography>
        : <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, pb: 0.5, maxHeight: 320, overflow: 'auto' }}>{children}</Box>}
    </Paper>
  )
}
