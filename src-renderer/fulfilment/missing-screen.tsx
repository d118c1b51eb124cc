import ContentCopy from '@mui/icons-material/ContentCopyOutlined'
import TaskAlt from '@mui/icons-material/TaskAltOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import Skeleton from '@mui/material/Skeleton'
import { useState, type ReactNode } from 'react'
import { BusinessDaySchema } from '../../shared/core/dates.ts'
import type { OutputOf } from '../../shared/core/procedure.ts'
import type { bulk } from '../../shared/fulfilment/bulk.ts'
import { seriesNumber } from '../../shared/fulfilment/rules.ts'
import { DateInput } from '../components/date-field.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { FigureRow } from '../components/figure-row.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { Section } from '../components/section.tsx'
import { TextInput } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { showDone, showError } from '../core/toasts.ts'

/** IF-17: which numbers of a series are not there; the series of the newest invoice unless another is named. */
export function MissingScreen(): ReactNode {
  const t = useText()
  const today = useFormats().today()
  const { fulfilment } = useApi()
  const newest = useLive(fulfilment.listInvoices, { pageSize: 1 })
  const [typed, setPrefix] = useState<string>()
  const [fromDay, setFrom] = useState<string | null>(`${today.slice(0, 8)}01`)
  const [toDay, setTo] = useState<string | null>(today)
  const number = newest.data?.rows[0]?.number
  const prefix = typed ?? (number === undefined ? '' : (seriesNumber(number)?.prefix ?? ''))
  const [from, to] = [BusinessDaySchema.safeParse(fromDay), BusinessDaySchema.safeParse(toDay)]
  const isReadable = from.success && to.success && from.data <= to.data
  const span = { prefix, fromDay: from.data ?? today, toDay: to.data ?? today }
  const { data, error, refetch } = useLive(fulfilment.findMissing, span, { enabled: isReadable && newest.data !== undefined })
  return (
    <PageFrame title={t('fulfilment.billing.missing.title')} subtitle={t('fulfilment.billing.missing.text')}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, minmax(0, 240px))' } }}>
        <TextInput
          label={t('fulfilment.fields.seriesPrefix')}
          hint={t('fulfilment.billing.missing.prefixHint')}
          value={prefix}
          onChange={setPrefix}
        />
        <DateInput label={t('fulfilment.fields.fromDay')} value={fromDay} onChange={setFrom} isRequired />
        <DateInput label={t('fulfilment.fields.toDay')} value={toDay} onChange={setTo} isRequired />
      </Box>
      {!isReadable && <Alert severity="warning">{t('fulfilment.billing.days')}</Alert>}
      {newest.error && !newest.data && <FailureState error={newest.error} onRetry={() => void newest.refetch()} />}
      {error && !data && <FailureState error={error} onRetry={() => void refetch()} />}
      {isReadable && !data && !error && !newest.error && <Skeleton variant="rounded" height={160} />}
      {data && isReadable && <Found found={data} />}
    </PageFrame>
  )
}

function Found({ found: { first, last, found, count, numbers } }: { readonly found: OutputOf<typeof bulk.findMissing> }): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(numbers.join('\n'))
      showDone(t('fulfilment.billing.missing.copied', { count: numbers.length }))
    } catch (error) {
      showError(error)
    }
  }
  if (first === null || last === null)
    return <EmptyState title={t('fulfilment.billing.missing.none')} hint={t('fulfilment.billing.missing.noneHint')} />
  return (
    <>
      <FigureRow
        figures={[
          { label: t('fulfilment.billing.missing.first'), value: first },
          { label: t('fulfilment.billing.missing.last'), value: last },
          { label: t('fulfilment.billing.missing.found'), value: integer(found) },
          {
            label: t('fulfilment.billing.missing.count'),
            value: (
              <Box component="span" sx={{ color: count > 0 ? 'error.main' : 'success.main' }}>
                {integer(count)}
              </Box>
            ),
          },
        ]}
      />
      {count === 0 ? (
        <EmptyState icon={<TaskAlt />} title={t('fulfilment.billing.missing.complete')} hint={t('fulfilment.billing.missing.completeHint')} />
      ) : (
        <Section
          title={t('fulfilment.billing.missing.list')}
          {...(numbers.length < count && { hint: t('fulfilment.billing.missing.more', { shown: integer(numbers.length), all: integer(count) }) })}
          actions={
            <Button size="small" startIcon={<ContentCopy />} onClick={() => void copy()}>
              {t('fulfilment.billing.missing.copy')}
            </Button>
          }
        >
          <Box
            component="ul"
            aria-label={t('fulfilment.billing.missing.list')}
            sx={{ listStyle: 'none', m: 0, p: 2, display: 'flex', flexWrap: 'wrap', gap: 1 }}
          >
            {numbers.map(number => (
              <li key={number}>
                <Chip label={number} variant="outlined" color="error" />
              </li>
            ))}
          </Box>
        </Section>
      )}
    </>
  )
}
