import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import type { ReactNode } from 'react'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'

export interface SectionChoiceProps {
  readonly sectionId: string | undefined
  onChoose(sectionId: string | undefined): void
  /** Whether all sections together can be looked at. */
  readonly hasAll?: boolean
}

const everything = 'all'

/** The sections with a board that the user may see; only a name where there is one. */
export function SectionChoice({ sectionId, onChoose, hasAll = true }: SectionChoiceProps): ReactNode {
  const t = useText()
  const api = useApi()
  const { data: boards = [] } = useLive(api.kanban.listBoards, {})
  if (boards.length < 2) return boards[0]?.sectionName
  return (
    <ToggleButtonGroup
      exclusive size="small" aria-label={t('kanban.dashboard.section')} value={sectionId ?? everything} sx={{ flexWrap: 'wrap' }}
      onChange={(_event, chosen: string | null) => chosen !== null && onChoose(chosen === everything ? undefined : chosen)}
    >
      {hasAll && <ToggleButton value={everything}>{t('kanban.board.allSections')}</ToggleButton>}
      {boards.map(board => <ToggleButton key={board.id} value={board.sectionId}>{board.sectionName}</ToggleButton>)}
    </ToggleButtonGroup>
  )
}
