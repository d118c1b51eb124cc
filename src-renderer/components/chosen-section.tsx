import Factory from '@mui/icons-material/FactoryOutlined'
import Box from '@mui/material/Box'
import { useSearchParams } from 'react-router'
import type { ReactNode } from 'react'
import type { ProductionSection } from '../../shared/production/section-day.ts'
import { EmptyState } from './empty-state.tsx'
import { FailureState } from './failure-state.tsx'
import { SelectInput } from './select-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useUser } from '../core/session.ts'

export interface ChosenSection {
  readonly sections: readonly ProductionSection[]
  /** The one in the address, else the user's own, else the first. */
  readonly section: ProductionSection | undefined
  choose(sectionId: string | null): void
  /** What is shown where there is none to choose, or the host cannot say. */
  readonly nothing: ReactNode
}

/** The section that is looked at: in the address, so that it is found again. */
export function useProductionSection(): ChosenSection {
  const t = useText()
  const { sectionId } = useUser()
  const [params, setParams] = useSearchParams()
  const { data: sections, error, refetch } = useLive(useApi().production.listProductionSections, {})
  const named = params.get('section') ?? sectionId
  const choose = (id: string | null) => setParams(before => {
    const next = new URLSearchParams(before)
    if (id === null) next.delete('section')
    else next.set('section', id)
    return next
  }, { replace: true })
  const section = sections?.find(({ id }) => id === named) ?? sections?.[0]
  const nothing = error && !sections
    ? <FailureState error={error} onRetry={() => void refetch()} />
    : sections?.length === 0 && <EmptyState icon={<Factory />} title={t('production.noSections')} hint={t('production.noSectionsHint')} />
  return { sections: sections ?? [], section, choose, nothing }
}

/** Only its name where there is nothing to choose. */
export function SectionField({ chosen: { sections, section, choose } }: { readonly chosen: ChosenSection }): ReactNode {
  const t = useText()
  if (sections.length < 2) return section && <Box component="b" sx={{ color: 'text.primary' }}>{section.name}</Box>
  return (
    <Box sx={{ width: 240, maxWidth: '100%' }}>
      <SelectInput label={t('production.section')} value={section?.id ?? null} onChange={choose} options={sections.map(({ id, name }) => ({ value: id, label: name }))} />
    </Box>
  )
}
