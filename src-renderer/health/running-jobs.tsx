import type { ReactNode } from 'react'
import { operationWords } from '../../shared/activity/operation-words.ts'
import type { HealthJob } from '../../shared/health/contract.ts'
import { Section } from '../components/section.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useFormats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'
import { LineList } from './line-list.tsx'

/** What runs beside the host, and what waits for a place. */
export function RunningJobs({ jobs }: { readonly jobs: readonly HealthJob[] }): ReactNode {
  const t = useText()
  const { duration, integer } = useFormats()
  const stageOf = ({ stage, done, total }: HealthJob) => {
    const word = stage === null ? undefined : textOf(`jobs.${stage}`)
    return word === undefined || total === 0 ? word : t('health.jobs.steps', { stage: word, done: integer(done), total: integer(total) })
  }
  return (
    <Section title={t('health.jobs.title')} hint={t('health.jobs.hint')}>
      <LineList
        empty={t('health.jobs.none')}
        lines={jobs.map((job, at) => ({
          key: String(at), title: operationWords(job.name, textOf), detail: [job.fullName === '' ? t('health.jobs.visitor') : job.fullName, stageOf(job)].filter(Boolean).join(' · '),
          side: <>{duration(job.seconds)}<StatusChip tone={job.isWaiting ? 'waiting' : 'running'} label={job.isWaiting ? t('health.jobs.waiting') : t('health.jobs.running')} /></>,
        }))}
      />
    </Section>
  )
}
