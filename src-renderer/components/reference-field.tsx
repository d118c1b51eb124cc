import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import MuiTextField from '@mui/material/TextField'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { useText } from '../core/i18n.ts'
import type { ListQuery } from '../core/list-call.ts'
import { showError } from '../core/toasts.ts'
import { useFormField, type FieldProps, type InputProps } from './form-field.ts'
import { findByCode, optionText, useFound, withCode, type ReferenceOption, type ReferenceSource } from './reference-source.ts'

interface Shared<P extends ListQuery> {
  readonly source: ReferenceSource<P>
  /** The one that is chosen at first, so that its code and name need not be asked: the row has them. */
  readonly known?: ReferenceOption | null | undefined
  /** Also told when it is chosen, e.g. to show its unit. */
  onChosen?(option: ReferenceOption | null): void
}
export interface ReferenceInputProps<P extends ListQuery> extends InputProps, Shared<P> {
  readonly value: string | null
  onChange(id: string | null): void
}

/**
 * One of many, found by code or name: type, choose with the arrows, Enter. A whole code is taken on Enter or Tab, even before
 * the list has come, so that a scanner may type it.
 */
export function ReferenceInput<P extends ListQuery>({ source, known, onChosen, value, onChange, label, hint, error, isRequired, isDisabled, autoFocus, onBlur, inputRef }: ReferenceInputProps<P>): ReactNode {
  const t = useText()
  const [chosen, setChosen] = useState<ReferenceOption | null>(known ?? null)
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [missed, setMissed] = useState('')
  const { options, isSearching } = useFound(source, typed, isOpen || typed !== '')
  const current = value === null ? null : ([chosen, known, ...options].find(option => option?.id === value) ?? { id: value, code: '…', name: '' })

  const choose = (option: ReferenceOption | null) => {
    setChosen(option)
    setTyped('')
    setOpen(false)
    onChange(option?.id ?? null)
    onChosen?.(option)
  }
  // Left or confirmed before the list has come: it is taken as soon as the host knows it.
  const takeTyped = (code: string) => {
    const exact = withCode(options, code)
    if (exact) return choose(exact)
    findByCode(source, code).then(found => (found ? choose(found) : setMissed(code)), showError)
  }
  const onInputChange = (text: string, isTyped: boolean) => {
    setTyped(isTyped ? text : '')
    if (isTyped) setMissed('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isHighlighted = event.target instanceof HTMLElement && event.target.hasAttribute('aria-activedescendant')
    if (typed !== '' && (event.key === 'Tab' || (event.key === 'Enter' && !isHighlighted))) takeTyped(typed)
  }
  const problem = missed === '' ? error : t('form.notFound', { code: missed })
  return (
    <Autocomplete
      options={options} value={current} open={isOpen} onOpen={() => setOpen(true)} onClose={() => setOpen(false)} loading={isSearching} disabled={isDisabled}
      onChange={(_event, option) => choose(option)} filterOptions={all => [...all]} autoHighlight clearOnBlur handleHomeEndKeys={false}
      onInputChange={(_event, text, reason) => onInputChange(text, reason === 'input')}
      getOptionLabel={option => (option.name === '' ? option.code : optionText(option))} getOptionKey={option => option.id} isOptionEqualToValue={(a, b) => a.id === b.id}
      loadingText={t('form.searching')} noOptionsText={t('form.noOptions')} openText={t('buttons.open')} closeText={t('buttons.close')} clearText={t('buttons.clear')}
      renderOption={({ key, ...props }, option) => <OptionLine key={key} item={props} option={option} />}
      renderInput={({ slotProps, ...params }) => (
        <MuiTextField
          {...params} label={label} required={isRequired} error={problem !== undefined} helperText={problem ?? hint} autoFocus={autoFocus} inputRef={inputRef}
          placeholder={t('form.typeToSearch')} onBlur={onBlur} onKeyDown={onKeyDown}
          slotProps={{ ...slotProps, htmlInput: { ...slotProps.htmlInput, required: false, 'aria-required': isRequired } }}
        />
      )}
    />
  )
}

function OptionLine({ item, option: { code, name, detail } }: { item: React.HTMLAttributes<HTMLLIElement>; option: ReferenceOption }): ReactNode {
  return (
    <Box component="li" {...item} sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline' }}>
      <Box component="span" sx={{ fontWeight: 650, minWidth: 88, fontVariantNumeric: 'tabular-nums' }}>{code}</Box>
      <Box component="span" sx={{ flex: 1 }}>{name}</Box>
      {detail !== undefined && <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{detail}</Box>}
    </Box>
  )
}

export interface ReferenceFieldProps<P extends ListQuery> extends FieldProps, Shared<P> {}

export function ReferenceField<P extends ListQuery>({ name, ...props }: ReferenceFieldProps<P>): ReactNode {
  const [seen] = useState(() => new Map<unknown, ReferenceOption>())
  const remember = (option: ReferenceOption | null) => {
    if (option) seen.set(option.id, option)
    props.onChosen?.(option)
  }
  const nameOf = (id: unknown) => {
    const option = props.known?.id === id ? props.known : seen.get(id)
    return option ? optionText(option) : '…'
  }
  const { value, ...field } = useFormField({ name, ...props }, nameOf)
  return <ReferenceInput {...props} {...field} onChosen={remember} value={typeof value === 'string' && value !== '' ? value : null} />
}
