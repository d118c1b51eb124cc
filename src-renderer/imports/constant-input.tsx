import Autocomplete from '@mui/material/Autocomplete'
import MuiTextField from '@mui/material/TextField'
import { useState, type ReactNode } from 'react'
import type { ReferenceEntity, TargetField } from '../../shared/imports/target.ts'
import { masterOf } from '../../shared/masters/masters.ts'
import { SelectInput } from '../components/select-field.tsx'
import { TextInput } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useDebounced } from '../core/debounced.ts'
import { useLanguage, useText } from '../core/i18n.ts'
import type { Api } from '../core/client.ts'
import type { ListCall, ListQuery } from '../core/list-call.ts'
import { useLive } from '../core/live.ts'

export interface ConstantInputProps {
  readonly field: TargetField
  readonly label: string
  readonly hint?: string | undefined
  readonly value: string
  onChange(value: string): void
}

/** A value as a file would write it, with help where it must be one of some: choices, yes or no, codes. */
export function ConstantInput({ field, label, hint, value, onChange }: ConstantInputProps): ReactNode {
  const t = useText()
  const [language] = useLanguage()
  if (field.reference !== null) return <CodeInput entity={field.reference} label={label} hint={hint} value={value} onChange={onChange} />
  const choices = field.kind === 'boolean'
    ? (['yes', 'no'] as const).map(word => ({ value: t(`words.${word}`), label: t(`words.${word}`) }))
    : field.choices.map(choice => ({ value: choice.value, label: choice[language] }))
  if (choices.length === 0) return <TextInput label={label} hint={hint} value={value} onChange={onChange} />
  return <SelectInput label={label} hint={hint} value={value === '' ? null : value} options={choices} noneLabel="" onChange={chosen => onChange(chosen ?? '')} />
}

const shown = 20
/** Milliseconds without a key before the host is asked. */
const searchPause = 150

/** A code, found by code or name; what is not found may be typed all the same, the check will say. */
function CodeInput({ entity, label, hint, value, onChange }: Omit<ConstantInputProps, 'field'> & { readonly entity: ReferenceEntity }): ReactNode {
  const t = useText()
  const { masters } = useApi()
  const [isOpen, setOpen] = useState(false)
  const search = useDebounced(value, searchPause)
  const { data } = useLive<ListQuery>(finderOf(masters, entity), { search, pageSize: shown }, { enabled: isOpen })
  const found = (data?.rows ?? []) as readonly { readonly code: string; readonly name: string }[]
  return (
    <Autocomplete
      freeSolo options={found.map(({ code }) => code)} inputValue={value} value={null} onInputChange={(_event, text, reason) => reason !== 'reset' && onChange(text)}
      onChange={(_event, code) => code !== null && onChange(code)} onOpen={() => setOpen(true)} onClose={() => setOpen(false)} filterOptions={all => all}
      getOptionLabel={code => code} clearText={t('buttons.clear')}
      renderOption={({ key, ...props }, code) => {
        const name = found.find(one => one.code === code)?.name ?? ''
        return <li key={key} {...props}>{name === '' || name === code ? code : `${code} — ${name}`}</li>
      }}
      renderInput={params => <MuiTextField {...params} label={label} helperText={hint} />}
    />
  )
}

/** Where codes of this kind are searched. */
function finderOf(masters: Api['masters'], entity: ReferenceEntity): ListCall<ListQuery> {
  if (entity === 'user') return masters.findAccounts
  const calls = masters as Readonly<Record<string, unknown>>
  return calls[`find${masterOf(entity).plural}`] as ListCall<ListQuery>
}
