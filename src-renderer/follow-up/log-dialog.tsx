import { useEffect, useEffectEvent, useMemo, type ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { currencyText } from '../../shared/core/number-text.ts'
import type { Client, PaymentAlert } from '../../shared/follow-up/contract.ts'
import { channels, outcomes, takesPromise, type Outcome } from '../../shared/follow-up/rules.ts'
import { DateField } from '../components/date-field.tsx'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { formKeys, isInDialog, useKeyHints, type KeyHintGroup } from '../components/key-hints.tsx'
import { DecimalField } from '../components/number-field.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import type { ReferenceSource } from '../components/reference-source.ts'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFactory } from '../core/factory.ts'
import { useFormats } from '../core/formats.ts'
import { useText, type Translate } from '../core/i18n.ts'
import type { ListQuery } from '../core/list-call.ts'
import { useLive } from '../core/live.ts'
import { showDone } from '../core/toasts.ts'

/** Whom a follow-up is about, as far as the dialog says it. */
export type Asked = Pick<Client | PaymentAlert, 'customerId' | 'customerName' | 'outstanding'>

/** Somebody asked a customer for what they owe (IF-20). Without `about`, the customer is chosen first. */
export function LogDialog({ about, onClose }: { readonly about?: Asked | undefined; onClose(): void }): ReactNode {
  const t = useText()
  const { followUp } = useApi()
  const { day, money } = useFormats()
  const clients = useClientSource()
  useKeyHints(formKeys)
  return (
    <FormDialog
      title={t('followUp.log.title')}
      subtitle={about && t('followUp.log.subtitle', { customer: about.customerName, amount: money(about.outstanding) })}
      schema={followUp.logFollowUp.procedure.input}
      onClose={onClose}
      values={{ customerId: about?.customerId ?? '', channel: 'PHONE', notes: '' }}
      save={async ({ promised, escalatedTo, ...input }) => {
        // What a field held before the outcome was another is not meant any more.
        const { outcome } = input
        const {
          customerName: customer,
          nextDay,
          escalatedToName: who,
        } = await followUp.logFollowUp({
          ...input,
          ...(promised !== undefined && takesPromise(outcome) && { promised }),
          ...(escalatedTo !== undefined && outcome === 'ESCALATED' && { escalatedTo }),
        })
        if (outcome === 'ESCALATED') showDone(t('followUp.log.escalated', { customer, who: who ?? '' }))
        else showDone(nextDay === null ? t('followUp.log.done', { customer }) : t('followUp.log.doneFor', { customer, day: day(nextDay) }))
      }}
    >
      {!about && <ReferenceField name="customerId" label={t('followUp.log.customer')} source={clients} isRequired autoFocus />}
      <FieldRow>
        <SelectField
          name="channel"
          label={t('followUp.fields.channel')}
          options={channels.map(value => ({ value, label: t(`followUp.channels.${value}`) }))}
          isRequired
          autoFocus={about !== undefined}
        />
        <SelectField
          name="outcome"
          label={t('followUp.fields.outcome')}
          options={outcomes.map(value => ({ value, label: t(`followUp.outcomes.${value}`) }))}
          isRequired
        />
      </FieldRow>
      <OutcomeFields about={about} />
      <TextField name="notes" label={t('followUp.fields.notes')} rows={3} />
    </FormDialog>
  )
}

/** What an outcome is asked besides: how much was promised and for when, or whose matter it is from now on. */
function OutcomeFields({ about }: { readonly about: Asked | undefined }): ReactNode {
  const t = useText()
  const { money } = useFormats()
  const { currency } = useFactory()
  const outcome = useWatch({ name: 'outcome' }) as Outcome | null | undefined
  const isPromise = outcome === 'PROMISED' || outcome === 'PARTIAL'
  return (
    <>
      {outcome === 'ESCALATED' && <HolderField />}
      <FieldRow>
        {outcome && takesPromise(outcome) && (
          <DecimalField
            name="promised"
            label={t('followUp.fields.promised')}
            unit={currencyText(currency)}
            {...(about && { hint: t('followUp.log.promisedHint', { amount: money(about.outstanding) }) })}
          />
        )}
        <DateField
          name="nextDay"
          label={isPromise ? t('followUp.log.promisedFor') : t('followUp.fields.nextDay')}
          hint={t('followUp.log.nextHint')}
        />
      </FieldRow>
    </>
  )
}

function HolderField(): ReactNode {
  const t = useText()
  const { data: holders = [] } = useLive(useApi().followUp.listHolders, {})
  return (
    <SelectField
      name="escalatedTo"
      label={t('followUp.fields.escalatedTo')}
      hint={t('followUp.log.escalateHint')}
      isRequired
      options={holders.map(({ id, fullName, role }) => ({ value: id, label: `${fullName} (${role})` }))}
    />
  )
}

/** Whoever has an account, by code, name, agent or area. */
function useClientSource(): ReferenceSource<ListQuery> {
  const { followUp } = useApi()
  return useMemo(
    () => ({
      call: followUp.listClients,
      input: { filter: { isOwing: true } },
      option: row => {
        const { customerId, customerCode, customerName, area } = row as Client
        return { id: customerId, code: customerCode, name: customerName, detail: area }
      },
    }),
    [followUp],
  )
}

/** Alt and a letter of the user's own words: a letter alone would answer to a scanner. */
export function useLogKey(isReady: boolean, log: () => void): void {
  const t = useText()
  useKeyHints(logKeys)
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (
      !isReady ||
      !event.altKey ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey ||
      event.code !== `Key${t('followUp.log.keys.log')}` ||
      isInDialog(event.target)
    )
      return
    event.preventDefault()
    log()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

function logKeys(t: Translate): KeyHintGroup {
  return { title: t('followUp.log.keys.title'), hints: [{ keys: ['Alt', t('followUp.log.keys.log')], text: t('followUp.log.act') }] }
}
