import AddBox from '@mui/icons-material/AddBoxOutlined'
import CleaningServices from '@mui/icons-material/CleaningServicesOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { bulkTargets, clearWhats } from '../../shared/fulfilment/bulk.ts'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { IntegerField } from '../components/number-field.tsx'
import { Section } from '../components/section.tsx'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { useIsTraining } from '../core/training.ts'

/** Invoices to practise on, and an end to all that was tried out: for whoever looks after the factory's data. */
export function SamplesSection(): ReactNode {
  const t = useText()
  const may = useMay()
  const isTraining = useIsTraining()
  const [asked, setAsked] = useState<'seed' | 'clear'>()
  const [seeds, clears] = [may('dataCare.execute'), may('process.clearData') && !isTraining]
  const close = () => setAsked(undefined)
  if (!seeds && !clears) return null
  return (
    <Section title={t('fulfilment.billing.samples.title')} hint={t('fulfilment.billing.samples.text')}>
      <Box sx={{ p: 2, display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {seeds && (
          <Button variant="outlined" startIcon={<AddBox />} onClick={() => setAsked('seed')}>
            {t('fulfilment.billing.samples.seed')}
          </Button>
        )}
        {clears && (
          <Button variant="outlined" color="error" startIcon={<CleaningServices />} onClick={() => setAsked('clear')}>
            {t('fulfilment.billing.samples.clear')}
          </Button>
        )}
      </Box>
      {asked === 'seed' && <SeedDialog onClose={close} />}
      {asked === 'clear' && <ClearDialog onClose={close} />}
    </Section>
  )
}

function SeedDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useText()
  const { fulfilment } = useApi()
  const { input } = fulfilment.seedInvoices.procedure
  const states = ['INVOICED', ...bulkTargets] as const
  return (
    <FormDialog
      title={t('fulfilment.billing.samples.seed')}
      subtitle={t('fulfilment.billing.samples.seedText')}
      schema={input}
      values={{ count: 20, status: 'INVOICED' }}
      saveLabel={t('fulfilment.billing.samples.seedGo')}
      onClose={onClose}
      save={async ({ count, status }) => {
        // A state past the first has work that led to it.
        const { numbers } = await fulfilment.seedInvoices({ count, status, hasSessions: status !== 'INVOICED' })
        showDone(t('fulfilment.billing.samples.seedDone', { count: numbers.length, first: numbers[0] ?? '', last: numbers.at(-1) ?? '' }))
      }}
    >
      <FieldRow>
        <IntegerField name="count" label={t('fulfilment.billing.samples.count')} isRequired autoFocus />
        <SelectField
          name="status"
          label={t('fulfilment.fields.status')}
          options={states.map(value => ({ value, label: t(`fulfilment.statuses.${value}`) }))}
          isRequired
        />
      </FieldRow>
    </FormDialog>
  )
}

/** How many invoices there are is typed, so that nobody clears another factory than they mean. */
function ClearDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const { fulfilment } = useApi()
  return (
    <FormDialog
      title={t('fulfilment.billing.samples.clear')}
      subtitle={t('fulfilment.billing.samples.clearText')}
      schema={fulfilment.clearInvoices.procedure.input}
      values={{ what: 'sessions' }}
      saveLabel={t('fulfilment.billing.samples.clearGo')}
      onClose={onClose}
      save={async input => {
        const { cleared } = await fulfilment.clearInvoices(input)
        showDone(t('fulfilment.billing.samples.cleared', { count: cleared, rows: integer(cleared) }))
      }}
    >
      <SelectField
        name="what"
        label={t('fulfilment.billing.samples.what')}
        options={clearWhats.map(value => ({ value, label: t(`fulfilment.billing.samples.whats.${value}`) }))}
        isRequired
      />
      <IntegerField
        name="confirm"
        label={t('fulfilment.billing.samples.confirm')}
        hint={t('fulfilment.billing.samples.confirmHint')}
        isRequired
        autoFocus
      />
      <TextField name="reason" label={t('fulfilment.fields.reason')} rows={2} isRequired />
    </FormDialog>
  )
}
