import FilterAltOff from '@mui/icons-material/FilterAltOffOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ToggleButton from '@mui/material/ToggleButton'
import type { ReactNode } from 'react'
import { addDays, weekCode, type BusinessDay } from '../../shared/core/dates.ts'
import { destinations } from '../../shared/masters/items.ts'
import type { BoardStage } from '../../shared/planning/board.ts'
import { ReferenceInput } from '../components/reference-field.tsx'
import { SelectInput } from '../components/select-field.tsx'
import { useText } from '../core/i18n.ts'
import type { ShownBoard } from './board-filter.ts'
import { useSectionSource } from './sources.ts'

export interface BoardFiltersProps {
  readonly shown: ShownBoard
  readonly stages: readonly BoardStage[]
  readonly today: string
}

/** What narrows the whole board. */
export function BoardFilters({ shown, stages, today }: BoardFiltersProps): ReactNode {
  const t = useText()
  const sections = useSectionSource()
  const { filter, choose } = shown
  const weeks = weeksAround(today as BusinessDay, filter.week)
  return (
    <Box
      role="group"
      aria-label={t('planning.board.filters')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', '& > *': { flex: '0 1 auto' } }}
    >
      <Box sx={{ width: 210 }}>
        <ReferenceInput
          label={t('planning.fields.sectionId')}
          source={sections}
          value={filter.sectionId ?? null}
          onChange={id => choose('sectionId', id ?? undefined)}
        />
      </Box>
      <Box sx={{ width: 150 }}>
        <SelectInput
          label={t('planning.board.stages.stage')}
          noneLabel={t('planning.board.anyStage')}
          value={filter.productionStageId ?? null}
          onChange={id => choose('productionStageId', id ?? undefined)}
          options={stages.map(({ productionStageId, name }) => ({ value: productionStageId, label: name }))}
        />
      </Box>
      <Box sx={{ width: 150 }}>
        <SelectInput
          label={t('planning.board.week')}
          noneLabel={t('planning.board.anyWeek')}
          value={filter.week ?? null}
          onChange={week => choose('week', week ?? undefined)}
          options={weeks.map(week => ({ value: week, label: week }))}
        />
      </Box>
      <Box sx={{ width: 170 }}>
        <SelectInput
          label={t('planning.fields.destination')}
          noneLabel={t('planning.board.anyDestination')}
          value={filter.destination ?? null}
          onChange={destination => choose('destination', destination ?? undefined)}
          options={destinations.map(value => ({ value, label: t(`planning.destinations.${value}`) }))}
        />
      </Box>
      <ToggleButton
        value="urgent"
        size="small"
        selected={filter.isUrgent === true}
        onChange={() => choose('isUrgent', filter.isUrgent === true ? undefined : 'yes')}
      >
        {t('planning.board.onlyUrgent')}
      </ToggleButton>
      {shown.isNarrowed && (
        <Button startIcon={<FilterAltOff />} onClick={shown.clear}>
          {t('planning.board.clear')}
        </Button>
      )}
    </Box>
  )
}

/** The weeks that goods leave in: some back, most of a year ahead, and the one that is chosen. */
function weeksAround(today: BusinessDay, chosen: string | undefined): readonly string[] {
  const around = Array.from({ length: 44 }, (_, at) => weekCode(addDays(today, (at - 4) * 7)))
  return chosen === undefined || around.includes(chosen) ? around : [chosen, ...around]
}
