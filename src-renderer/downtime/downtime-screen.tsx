import Add from '@mui/icons-material/Add'
import ViewList from '@mui/icons-material/ViewListOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { Downtime, SectionDowntime } from '../../shared/downtime/contract.ts'
import { lostOf } from '../../shared/downtime/lost.ts'
import { SectionField, useProductionSection } from '../components/chosen-section.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { FigureRow } from '../components/figure-row.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMinute } from '../core/minute.ts'
import { downtimeRecordsPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { useStandingWords } from '../core/standing-words.ts'
import { DayRecords } from './day-records.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { EntryDialog, RecordDialog } from './record-dialog.tsx'
import { StopCard } from './stop-card.tsx'
import { isOf, subjectsOf, type Subject } from './subject.ts'

/** For a tablet in the hall: every machine and line of a section, stopped with a reason and started again with one tap; live. */
export function DowntimeScreen(): ReactNode {
  const t = useText()
  const mayEnter = useMay()('process.enterDailyProduction')
  const chosen = useProductionSection()
  const { section, nothing } = chosen
  const [isEntering, setEntering] = useState(false)
  const actions = (
    <>
      <Button component={Link} to={downtimeRecordsPath} startIcon={<ViewList />}>{t('downtime.listLink')}</Button>
      {mayEnter && section && <Button variant="contained" startIcon={<Add />} onClick={() => setEntering(true)}>{t('downtime.enter')}</Button>}
    </>
  )
  return (
    <PageFrame title={t('downtime.title')} subtitle={<SectionField chosen={chosen} />} actions={actions}>
      {nothing}
      {section && <SectionStops key={section.id} sectionId={section.id} sectionName={section.name} />}
      {section && isEntering && <EntryDialog sectionId={section.id} onClose={() => setEntering(false)} />}
    </PageFrame>
  )
}

function SectionStops({ sectionId, sectionName }: { readonly sectionId: string; readonly sectionName: string }): ReactNode {
  const t = useText()
  const { today } = useFormats()
  const { data, error, refetch } = useLive(useApi().downtime.getSectionDowntime, { sectionId, day: today() })
  const [stopped, setStopped] = useState<Subject>()
  const [timed, setTimed] = useState<Subject>()
  const [opened, setOpened] = useState<Downtime>()
  useMinute()
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  if (!data) return null
  const { machines, lines } = subjectsOf(data)
  const whole: Subject = { key: 'whole', code: null, name: t('downtime.wholeOf', { section: sectionName }), machineId: null, productionLineId: null }
  const cards = (subjects: readonly Subject[]) => subjects.map(subject => (
    <StopCard key={subject.key} subject={subject} standing={data.records.find(record => record.endedAt === null && isOf(subject, record))} onStop={() => setStopped(subject)} onOpen={setOpened} />
  ))
  return (
    <>
      <DayFigures day={data} />
      <Cards>{cards([whole])}</Cards>
      {lines.length > 0 && <Cards title={t('downtime.lines')}>{cards(lines)}</Cards>}
      {machines.length > 0 && <Cards title={t('downtime.machines')}>{cards(machines)}</Cards>}
      {lines.length + machines.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{t('downtime.nothing')}</Typography>}
      <DayRecords records={data.records} onOpen={setOpened} />
      {stopped && (
        <ReasonDialog
          subject={stopped} sectionId={sectionId} onClose={() => setStopped(undefined)}
          onOtherTime={() => {
            setTimed(stopped)
            setStopped(undefined)
          }}
        />
      )}
      {timed && <EntryDialog sectionId={sectionId} subject={timed} onClose={() => setTimed(undefined)} />}
      {opened && <RecordDialog id={opened.id} onClose={() => setOpened(undefined)} />}
    </>
  )
}

function Cards({ title, children }: { readonly title?: string; readonly children: ReactNode }): ReactNode {
  return (
    <Box component="section" {...(title !== undefined && { 'aria-label': title })} sx={{ display: 'grid', gap: 1 }}>
      {title !== undefined && <Typography component="h2" variant="h2">{title}</Typography>}
      <Box component="ul" sx={{ m: 0, p: 0, display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))' }}>{children}</Box>
    </Box>
  )
}

function DayFigures({ day }: { readonly day: SectionDowntime }): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const words = useStandingWords()
  const { lost, planned } = lostOf(day, new Date().toISOString())
  const standing = day.records.filter(({ endedAt }) => endedAt === null).length
  return (
    <FigureRow
      figures={[
        { label: t('downtime.figures.standing'), value: <Box component="span" sx={standing > 0 ? { color: 'error.main' } : {}}>{integer(standing)}</Box> },
        {
          label: t('downtime.figures.lost'), ...(day.shiftMinutes > 0 && { hint: t('downtime.figures.lostHint') }),
          value: day.shiftMinutes === 0 ? t('downtime.figures.noShift') : t('downtime.figures.ofShift', { lost: words.minutes(lost), shift: words.minutes(day.shiftMinutes) }),
        },
        { label: t('downtime.figures.planned'), value: words.minutes(planned) },
      ]}
    />
  )
}
