import ArrowForward from '@mui/icons-material/ArrowForward'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { DeskFace } from '../../shared/desks/contract.ts'
import type { Health } from '../../shared/health/contract.ts'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { desksPath } from '../core/paths.ts'
import { useQuietRefresh } from '../core/quiet-refresh.ts'
import { useScreenName } from '../core/screen-list.ts'
import { useMay } from '../core/session.ts'
import { LineList, type ListedLine } from './line-list.tsx'

const shownAtMost = 6
const refreshEvery = 15_000

/** How many desks are connected, and who sits there for those who may know. */
export function ConnectedDesks({ desks: { desks, people } }: Pick<Health, 'desks'>): ReactNode {
  const t = useText()
  const may = useMay()
  const way = <Button size="small" component={Link} to={desksPath} endIcon={<ArrowForward />}>{t('health.desks.open')}</Button>
  return (
    <Section title={t('health.desks.title')} hint={`${t('desks.online', { count: desks })} · ${t('desks.people', { count: people })}`} actions={may('identity.view') && way}>
      {may('identity.view') && <People />}
    </Section>
  )
}

function People(): ReactNode {
  const t = useText()
  const { data, refetch } = useLive(useApi().desks.listDesks, {})
  useQuietRefresh(refetch, refreshEvery)
  const lines = useLines(data ?? [])
  return (
    <>
      <LineList lines={lines.slice(0, shownAtMost)} empty={t('health.desks.none')} />
      {lines.length > shownAtMost && <Typography variant="body2" sx={{ px: 2, py: 1, color: 'text.secondary' }}>{t('health.desks.more', { count: lines.length - shownAtMost })}</Typography>}
    </>
  )
}

function useLines(desks: readonly DeskFace[]): readonly ListedLine[] {
  const t = useText()
  const { relative } = useFormats()
  const nameOf = useScreenName()
  return desks.flatMap(({ name, people }) => people.map((person): ListedLine => {
    const screen = nameOf(person.screen ?? '')
    return { key: person.sessionId, title: person.fullName, detail: [name ?? t('desks.unnamed'), screen].filter(Boolean).join(' · '), side: relative(person.since) }
  }))
}
