import Add from '@mui/icons-material/Add'
import ViewKanban from '@mui/icons-material/ViewKanbanOutlined'
import Button from '@mui/material/Button'
import CircularProgress from '@mui/material/CircularProgress'
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { isInDialog, isTyping, useKeyHints } from '../components/key-hints.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { StandingNow } from '../components/standing-now.tsx'
import { useBegin } from '../core/begin.ts'
import { useText } from '../core/i18n.ts'
import { useMay } from '../core/session.ts'
import { useBoardCards } from './board-cards.ts'
import { boardKeys } from './board-keys.ts'
import { BoardLanes } from './board-lanes.tsx'
import { useCardActs } from './card-acts.tsx'
import { CardDrawer } from './card-drawer.tsx'
import { useChosenSection, useOpenedCard } from './opened-card.ts'
import { boardsPath } from './paths.ts'
import { RequestDialog } from './request-dialog.tsx'
import { SectionChoice } from './section-choice.tsx'

/** The kanban board: what is asked for and how far it is, for one section or for all one serves. */
export function BoardScreen(): ReactNode {
  const t = useText()
  const may = useMay()
  const navigate = useNavigate()
  const [sectionId, chooseSection] = useChosenSection()
  const { id: openedId, open, close } = useOpenedCard()
  const [isAsking, setAsking] = useState(false)
  const acts = useCardActs()
  const board = useBoardCards(sectionId)
  useKeyHints(boardKeys)
  const { data, error, refetch } = board
  const canAsk = may('kanban.create') && (data?.boards.some(({ isActive }) => isActive) ?? false)
  useLetter(t('kanban.letters.create'), () => canAsk && setAsking(true))
  useBegin({ request: canAsk && (() => setAsking(true)) }, data !== undefined)

  if (!data) {
    return (
      <PageFrame title={t('kanban.board.title')} fills>
        {error ? <FailureState error={error} onRetry={() => void refetch()} /> : <EmptyState role="status" icon={<CircularProgress size={26} color="inherit" />} title={t('words.loading')} />}
      </PageFrame>
    )
  }
  const setUp = may('kanban.update') && <Button variant="contained" onClick={() => void navigate(boardsPath)}>{t('kanban.boards.add')}</Button>
  return (
    <PageFrame
      title={t('kanban.board.title')} fills
      subtitle={<SectionChoice sectionId={sectionId} onChoose={chooseSection} />}
      actions={canAsk && <Button variant="contained" startIcon={<Add />} onClick={() => setAsking(true)}>{t('kanban.board.request')}</Button>}
    >
      <StandingNow sectionId={sectionId} />
      {data.boards.length === 0
        ? <EmptyState icon={<ViewKanban />} title={t('kanban.board.noBoards')} hint={t('kanban.board.noBoardsHint')} actions={setUp} />
        : <BoardLanes board={board} acts={acts} boards={data.boards} onOpen={open} />}
      {openedId !== null && <CardDrawer id={openedId} acts={acts} onClose={close} />}
      {isAsking && <RequestDialog boards={data.boards.filter(({ isActive }) => isActive)} sectionId={sectionId} onClose={() => setAsking(false)} />}
      {acts.dialogs}
    </PageFrame>
  )
}

/** A key of the whole screen, while nothing is being typed. */
function useLetter(letter: string, act: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== letter || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target) || isInDialog(event.target)) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}
