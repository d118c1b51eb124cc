import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { Health } from '../../shared/health/contract.ts'
import { FactList } from '../components/fact-list.tsx'
import { Section } from '../components/section.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { LineList } from './line-list.tsx'

/** What runs on what, and since when. */
export function ProgramFacts({ health: { program, processor, memory, database, sinceStart, backup } }: { readonly health: Health }): ReactNode {
  const t = useText()
  const { instant, integer, fileSize, plain, relative } = useFormats()
  const hasLoad = processor.load.some(load => load > 0)
  const facts = [
    { label: t('health.program.version'), value: program.version },
    { label: t('health.program.started'), value: `${instant(program.startedAt)} (${relative(program.startedAt)})` },
    { label: t('health.program.calls'), value: integer(sinceStart.count) },
    { label: t('health.program.refusals'), value: integer(sinceStart.refusals) },
    { label: t('health.program.faults'), value: integer(sinceStart.faults) },
    { label: t('health.program.database'), value: fileSize(database.size) },
    { label: t('health.program.log'), value: fileSize(database.log) },
    ...(backup.at === null ? [] : [{ label: t('health.program.backup'), value: instant(backup.at) }]),
    ...(backup.fullAt === null ? [] : [{ label: t('health.program.checked'), value: instant(backup.fullAt) }]),
    { label: t('health.program.cores'), value: integer(processor.cores) },
    ...(hasLoad ? [{ label: t('health.program.load'), value: processor.load.map(load => plain(load.toFixed(2))).join(' · ') }] : []),
    { label: t('health.program.memory'), value: t('health.figures.free', { free: fileSize(memory.free), total: fileSize(memory.machine) }) },
    { label: t('health.program.heap'), value: fileSize(memory.heap) },
    { label: t('health.program.node'), value: program.node },
    { label: t('health.program.sqlite'), value: program.sqlite },
    { label: t('health.program.system'), value: program.system },
  ]
  return <Section title={t('health.program.title')}><Box sx={{ px: 2, py: 1.5 }}><FactList facts={facts} /></Box></Section>
}

/** What is left on the disks that are ours to fill. */
export function DiskList({ disks }: Pick<Health, 'disks'>): ReactNode {
  const t = useText()
  const { fileSize } = useFormats()
  return (
    <Section title={t('health.disks.title')}>
      <LineList
        empty={t('health.disks.unknown')}
        lines={disks.map(({ use, folder, free, total }) => ({
          key: use, title: t(`health.disks.${use}`), detail: folder,
          side: free === null || total === null ? t('health.disks.unknown') : t('health.figures.free', { free: fileSize(free), total: fileSize(total) }),
        }))}
      />
    </Section>
  )
}
