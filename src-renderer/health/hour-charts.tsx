import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { HealthMinute } from '../../shared/health/contract.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useHealthFigures } from './health-figures.ts'
import { MinutesChart } from './minutes-chart.tsx'

const megabyte = 1024 ** 2

/** The last hour, minute by minute. */
export function HourCharts({ minutes }: { readonly minutes: readonly HealthMinute[] }): ReactNode {
  const t = useText()
  const { integer, fileSize } = useFormats()
  const { took, share } = useHealthFigures()
  const at = minutes.map(minute => minute.at)
  const of = (name: Exclude<keyof HealthMinute, 'at'>) => minutes.map(minute => minute[name])
  const count = (value: number) => integer(Math.round(value))
  return (
    <Box component="section" aria-label={t('health.charts.title')} sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fit, minmax(min(340px, 100%), 1fr))' }}>
      <MinutesChart
        title={t('health.charts.responses')} at={at} least={20} write={took}
        series={[{ label: t('health.charts.p50'), values: of('p50'), tone: 'primary' }, { label: t('health.charts.p95'), values: of('p95'), tone: 'secondary' }]}
      />
      <MinutesChart
        title={t('health.charts.requests')} at={at} least={10} write={count}
        series={[{ label: t('health.charts.queries'), values: of('queries'), tone: 'primary' }, { label: t('health.charts.commands'), values: of('commands'), tone: 'secondary' }]}
      />
      <MinutesChart title={t('health.charts.pauses')} at={at} least={50} write={took} series={[{ label: t('health.charts.pause'), values: of('pause'), tone: 'primary' }]} />
      <MinutesChart title={t('health.charts.memory')} at={at} least={100} write={megabytes => fileSize(megabytes * megabyte)} series={[{ label: t('health.charts.memory'), values: of('memory').map(bytes => (bytes === null ? null : bytes / megabyte)), tone: 'primary' }]} />
      <MinutesChart
        title={t('health.charts.processor')} at={at} least={100} write={share}
        series={[{ label: t('health.charts.own'), values: of('ownShare'), tone: 'primary' }, { label: t('health.charts.machine'), values: of('machineShare'), tone: 'secondary' }]}
      />
      <MinutesChart title={t('health.charts.faults')} at={at} least={4} write={count} series={[{ label: t('health.charts.faults'), values: of('faults'), tone: 'error' }]} />
    </Box>
  )
}
